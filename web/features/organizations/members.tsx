import { useState } from 'react';
import { useClient } from 'urql';
import type { OrganizationRole } from '../../gql/graphql.ts';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { AskFirst } from '../../ui/form/ask-first.tsx';
import { Part } from '../account/part.tsx';
import { Failed } from '../account/said.tsx';
import { problemsOf } from './outcome.ts';
import { handOverMutation, leaveMutation, type Organization, removeMutation, roleMutation } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';

interface Props {
  words: OrganizationWords;
  organization: Organization;
  viewerId: string | null;
  onChanged: () => void;
  onLeft: () => void;
}

type Member = NonNullable<Organization['members']>[number];
type Answer = Parameters<typeof problemsOf>[0];

/** Who the members are; owners give roles, remove and hand over, and everybody may leave. */
export function MembersPart({ words, organization, viewerId, onChanged, onLeft }: Props) {
  const { members } = words;
  const { id, viewerCan } = organization;
  const client = useClient();
  const { language } = useI18n();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const after = (answer: Answer, done: () => void) => {
    const problems = problemsOf(answer, words);
    setSaid('');
    setFailed(problems ? String(problems.whole ?? words.failed) : null);
    if (!problems) done();
  };
  const changed = () => {
    setSaid(members.changed);
    onChanged();
  };
  const giveRole = async (person: string, role: OrganizationRole) =>
    after(await client.mutation(roleMutation, { organization: id, person, role }), changed);
  const remove = async (person: string) =>
    after(await client.mutation(removeMutation, { organization: id, person }), changed);
  const handOver = async (person: string) =>
    after(await client.mutation(handOverMutation, { organization: id, person }), changed);
  const leave = async () => after(await client.mutation(leaveMutation, { organization: id }), onLeft);
  const nameOf = ({ name, email }: Member) => name || email || members.unnamed;
  return (
    <Part title={members.title}>
      {viewerCan.manageMembers && <p className="quiet">{members.roleNote}</p>}
      <ul className="account-rows">
        {organization.members?.map((member) => {
          const isSelf = member.person === viewerId;
          const name = nameOf(member);
          return (
            <li key={member.person}>
              <span className="what">
                <strong>{isSelf ? `${name} (${members.you})` : name}</strong>
                <span className="quiet">
                  {[member.name && member.email, members.since(dateText(member.joinedAt, language))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {viewerCan.manageMembers ? (
                <select
                  aria-label={members.roleOf(name)}
                  value={member.role}
                  onChange={({ currentTarget }) =>
                    void giveRole(member.person, currentTarget.value as OrganizationRole)
                  }
                >
                  {Object.entries(words.role).map(([code, label]) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </select>
              ) : (
                <span>{words.role[member.role]}</span>
              )}
              {!isSelf && viewerCan.handOver && (
                <AskFirst
                  label={members.handOver}
                  question={members.handOverQuestion(name)}
                  yes={members.handOver}
                  no={words.cancel}
                  onYes={() => handOver(member.person)}
                />
              )}
              {!isSelf && viewerCan.manageMembers && (
                <AskFirst
                  label={members.remove}
                  question={members.removeQuestion(name)}
                  yes={members.remove}
                  no={words.cancel}
                  onYes={() => remove(member.person)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p role="status">{said}</p>
      <Failed>{failed}</Failed>
      {viewerCan.leave && (
        <AskFirst
          label={members.leave}
          question={members.leaveQuestion}
          yes={members.leave}
          no={words.cancel}
          onYes={leave}
        />
      )}
    </Part>
  );
}
