import { useState } from 'react';
import { useClient } from 'urql';
import type { OrganizationRole } from '../../gql/graphql.ts';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { AskFirst } from '../../ui/form/ask-first.tsx';
import { Field, SelectField } from '../../ui/form/fields.tsx';
import { type Problems, type Typed, TypedForm } from '../../ui/form/form.tsx';
import { Part } from '../account/part.tsx';
import { Done, Failed } from '../account/said.tsx';
import { problemsOf } from './outcome.ts';
import { inviteMutation, type Organization, withdrawMutation } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';

interface Props {
  words: OrganizationWords;
  organization: Organization;
  onChanged: () => void;
}

/** Invite by mail, and see and withdraw what is under way. */
export function InvitePart({ words, organization, onChanged }: Props) {
  const { invite } = words;
  const client = useClient();
  const [sent, setSent] = useState({ email: '', count: 0 });
  const send = async ({ email = '', role }: Typed): Promise<Problems | undefined> => {
    const answer = await client.mutation(inviteMutation, {
      organization: organization.id,
      email,
      role: role as OrganizationRole, // the options' values are those of the enum
    });
    const problems = problemsOf(answer, words);
    if (problems) return problems;
    setSent({ email, count: sent.count + 1 });
    onChanged();
  };
  return (
    <Part title={invite.title}>
      {sent.count > 0 && (
        <Done key={sent.count} focus>
          {invite.sent(sent.email)}
        </Done>
      )}
      <TypedForm key={`form ${sent.count}`} submit={invite.submit} sending={words.sending} send={send} lesser>
        <Field name="email" type="email" label={invite.email} autoComplete="off" maxLength={254} required />
        <SelectField name="role" label={invite.role} defaultValue="EDITOR">
          {Object.entries(words.role).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </SelectField>
      </TypedForm>
      <UnderWay words={words} organization={organization} onChanged={onChanged} />
    </Part>
  );
}

function UnderWay({ words, organization, onChanged }: Props) {
  const { invite } = words;
  const client = useClient();
  const { language } = useI18n();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const invitations = organization.invitations ?? [];
  const withdraw = async (invitation: string) => {
    const problems = problemsOf(await client.mutation(withdrawMutation, { invitation }), words);
    setFailed(problems !== undefined);
    setSaid(problems ? '' : invite.withdrawn);
    onChanged();
  };
  return (
    <>
      {invitations.length > 0 && (
        <>
          <h3>{invite.underWay}</h3>
          <ul className="account-rows">
            {invitations.map(({ id, email, role, expiresAt }) => (
              <li key={id}>
                <span className="what">
                  <strong>{email}</strong>
                  <span className="quiet">
                    {words.role[role]} · {invite.until(dateText(expiresAt, language))}
                  </span>
                </span>
                <AskFirst
                  label={invite.withdraw}
                  question={invite.withdrawQuestion(email)}
                  yes={invite.withdraw}
                  no={words.cancel}
                  onYes={() => withdraw(id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status">{said}</p>
      <Failed>{failed && words.failed}</Failed>
    </>
  );
}
