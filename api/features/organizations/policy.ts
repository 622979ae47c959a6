/** Who may what with an organisation: by one's role in it; an administrator as its owner, but for leaving. */
import { NotAllowed } from '../../platform/errors.ts';
import type { Viewer } from '../accounts/model.ts';
import { isAdministrator, requireViewer } from '../accounts/policy.ts';
import type { OrganizationRights, OrganizationRole } from './model.ts';

export function rightsIn(viewer: Viewer | undefined, role: OrganizationRole | undefined): OrganizationRights {
  const administrator = isAdministrator(viewer);
  const member = viewer !== undefined && role !== undefined;
  const owner = member && role === 'OWNER';
  return {
    edit: member || administrator,
    seeMembers: member || administrator,
    manageMembers: owner || administrator,
    chooseApproval: owner || administrator,
    handOver: owner,
    leave: member,
  };
}

/** The person who asks, where they have the right; throws NotAllowed. */
export function requireRight(
  viewer: Viewer | undefined,
  role: OrganizationRole | undefined,
  right: keyof OrganizationRights,
): Viewer {
  const person = requireViewer(viewer);
  if (rightsIn(person, role)[right]) return person;
  throw new NotAllowed(
    role === undefined
      ? 'Only members of this organisation may do that.'
      : 'Only owners of this organisation may do that.',
  );
}
