import type { OperationResult } from 'urql';
import type { Problems } from '../../ui/form/form.tsx';
import type { OrganizationWords } from './words/en.ts';

interface Result {
  __typename: string;
  field?: string;
}

/** What kept a mutation from happening, in words and in its field; undefined where it has happened. */
export function problemsOf(
  { data, error }: Pick<OperationResult<{ result: Result }>, 'data' | 'error'>,
  words: OrganizationWords,
): Problems | undefined {
  if (error || !data) return { whole: words.failed };
  const { __typename: type, field } = data.result;
  if (type === 'NotAllowed') return { whole: words.notAllowed };
  if (type === 'NotFound') return { whole: words.gone };
  if (type !== 'ValidationError') return undefined;
  switch (field) {
    case 'input.name':
      return { fields: { name: words.field.nameProblem } };
    case 'input.website':
      return { fields: { website: words.field.websiteProblem } };
    case 'email':
      return { fields: { email: words.invite.emailProblem } };
    case 'input':
      return { whole: words.tooMany };
    case 'role':
    case 'person':
    case 'organization':
      return { whole: words.lastOwner };
    default:
      return { whole: words.failed };
  }
}
