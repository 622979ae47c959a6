import { type ReactNode, useState } from 'react';
import { momentText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { post } from './ask.ts';
import { deviceOf } from './device-name.ts';
import { failureText } from './failure.tsx';
import { Part } from './part.tsx';
import { Failed } from './said.tsx';
import { useAnswer } from './use-answer.ts';
import type { AccountWords } from './words/en.ts';

interface ListedSession {
  token: string;
  createdAt: string;
  userAgent: string | null;
}

/** Every device that is signed in; `here` is the token of this one's session. */
export function DevicesPart({ words, here }: { words: AccountWords; here: string }) {
  const { devices } = words;
  const { language } = useI18n();
  const { body, failure, reload } = useAnswer<ListedSession[]>('/list-sessions');
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<ReactNode>(null);
  const end = async (path: string, payload: object, done: string) => {
    setSaid('');
    const answer = await post(path, payload);
    setFailed(answer.failure ? failureText(answer.failure, words) : null);
    if (!answer.failure) setSaid(done);
    await reload();
  };
  const sessions = [...(body ?? [])].sort(
    (a, b) => Number(b.token === here) - Number(a.token === here) || (a.createdAt < b.createdAt ? 1 : -1),
  );
  const nameOf = (userAgent: string | null) => {
    const device = deviceOf(userAgent ?? '');
    return device ? devices.on(device.browser, device.system) : devices.unknown;
  };
  return (
    <Part title={devices.title}>
      <ul className="account-rows">
        {sessions.map(({ token, createdAt, userAgent }) => (
          <li key={token}>
            <span className="what">
              <strong>{nameOf(userAgent)}</strong>
              <span className="quiet">
                {token === here ? devices.here : devices.since(momentText(createdAt, language))}
              </span>
            </span>
            {token !== here && (
              <button
                type="button"
                className="button line"
                onClick={() => void end('/revoke-session', { token }, devices.ended)}
              >
                {devices.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && (
        <p>
          <button
            type="button"
            className="button line"
            onClick={() => void end('/revoke-other-sessions', {}, devices.endedOthers)}
          >
            {devices.endOthers}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
      <Failed>{failed ?? (failure && failureText(failure, words))}</Failed>
    </Part>
  );
}
