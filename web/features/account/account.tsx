import './account.css';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { signInAddress } from './addresses.ts';
import { post, type Session } from './ask.ts';
import { CodesPart } from './codes.tsx';
import { DevicesPart } from './devices.tsx';
import { OrganizationsPart } from './organizations-part.tsx';
import { Part } from './part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { RemovePart } from './remove-part.tsx';
import { Failed } from './said.tsx';
import { useAnswer } from './use-answer.ts';
import { SignedIn, type Viewer } from './viewer.tsx';
import type { AccountWords } from './words/en.ts';
import { accountWords } from './words.ts';

/** `/account`: who one is here, how one signs in, what is kept. */
export function Account() {
  const { t } = useI18n();
  const words = useWords(accountWords);
  if (!words) return null;
  return (
    <PageLayout title={words.account.title}>
      <SignedIn
        loading={<p className="quiet">{words.common.loading}</p>}
        failed={(retry) => (
          <>
            <Failed>{words.account.failed}</Failed>
            <p>
              <button type="button" className="button line" onClick={retry}>
                {t.retry}
              </button>
            </p>
          </>
        )}
      >
        {(viewer, reload) => <Parts words={words} viewer={viewer} onChanged={reload} />}
      </SignedIn>
    </PageLayout>
  );
}

function Parts({ words, viewer, onChanged }: { words: AccountWords; viewer: Viewer; onChanged: () => void }) {
  const session = useAnswer<Session | null>('/get-session');
  const credentials = useAnswer<{ providerId: string }[]>('/list-accounts');
  const hasPassword = credentials.body?.some(({ providerId }) => providerId === 'credential');
  const { account, data } = words;
  return (
    <>
      <Who words={words} viewer={viewer} />
      {viewer.rolesWait && (
        <p className="account-waits">
          {account.rolesWait} {account.setUpProof}{' '}
          <a href={signInAddress('/account', { again: true })}>{account.prove}</a>
        </p>
      )}
      <ProfilePart words={words} viewer={viewer} onChanged={onChanged} />
      <OrganizationsPart words={words} viewer={viewer} />
      {hasPassword !== undefined && <PasswordPart words={words} email={viewer.email} hasPassword={hasPassword} />}
      <PasskeysPart words={words} />
      {hasPassword !== undefined && session.body && (
        <CodesPart
          words={words}
          hasPassword={hasPassword}
          on={session.body.user.twoFactorEnabled}
          email={viewer.email}
          onChanged={() => {
            void session.reload();
            onChanged();
          }}
        />
      )}
      {session.body && <DevicesPart words={words} key={session.body.session.token} here={session.body.session.token} />}
      <Part title={data.title}>
        <p>{data.text}</p>
        <p>
          <a className="button line" href="/api/account/export" download="ricircolo-account.json">
            {data.download}
          </a>
        </p>
      </Part>
      <RemovePart words={words} viewer={viewer} />
    </>
  );
}

function Who({ words, viewer }: { words: AccountWords; viewer: Viewer }) {
  const { account } = words;
  const { email, administrator, moderatorOf } = viewer;
  const roles = [
    ...(administrator ? [account.administrator] : []),
    ...(moderatorOf.length > 0 ? [account.moderator(moderatorOf.join(', '))] : []),
  ];
  const signOut = async () => {
    await post('/sign-out');
    window.location.assign(pageAddress('/'));
  };
  return (
    <div className="account-who">
      <p>
        {[email, ...roles].join(' · ')}{' '}
        {roles.length > 0 && <a href={pageAddress('/moderation')}>{account.toModeration}</a>}
      </p>
      <button type="button" className="button line" onClick={() => void signOut()}>
        {account.signOut}
      </button>
    </div>
  );
}
