import { useState } from 'react';
import { useClient } from 'urql';
import { Part } from '../account/part.tsx';
import { problemsOf } from './outcome.ts';
import { approvalMutation, type Organization } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';

interface Props {
  words: OrganizationWords;
  organization: Organization;
}

/** Whether members decide on what others would change of its places. */
export function ApprovalPart({ words, organization }: Props) {
  const { approval } = words;
  const client = useClient();
  const [said, setSaid] = useState<'saved' | 'failed' | null>(null);
  const [chosen, setChosen] = useState(organization.approvesEdits);
  const choose = async (approvesEdits: boolean) => {
    setSaid(null);
    setChosen(approvesEdits);
    const problems = problemsOf(
      await client.mutation(approvalMutation, { organization: organization.id, approvesEdits }),
      words,
    );
    setSaid(problems ? 'failed' : 'saved');
    if (problems) setChosen(!approvesEdits);
  };
  return (
    <Part title={approval.title}>
      <label className="form-check">
        <input type="checkbox" checked={chosen} onChange={({ currentTarget: { checked } }) => void choose(checked)} />
        {approval.choice}
      </label>
      <p className="quiet">{approval.note}</p>
      <p role="status">{said === 'saved' && words.page.saved}</p>
      <div role="alert">{said === 'failed' && <p className="form-failure">{words.failed}</p>}</div>
    </Part>
  );
}
