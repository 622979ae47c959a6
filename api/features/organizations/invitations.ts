/** Invitations: by mail, with a token that is kept as a hash, holds for two weeks and works once. */
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import type { Mailer } from '../../platform/mail.ts';
import { ownAddress } from '../../platform/plain-text.ts';
import { hashToken, newToken } from '../../platform/token.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import type { Language } from '../taxonomy/model.ts';
import { invitationLetter } from './letters.ts';
import { invitationDays, invitationLimit, type OrganizationRole } from './model.ts';
import { change, type OrganizationRequest } from './service.ts';
import {
  countInvitations,
  deleteInvitation,
  findInvitation,
  lockOrganization,
  roleOf,
  saveInvitation,
  saveMember,
} from './store.ts';

export interface InvitationRequest extends OrganizationRequest {
  mailer: Mailer;
  baseUrl: string;
  /** In which the letter is written: that of whoever invites. */
  language: Language;
}

/** The answer is the same whether or not the address has an account. */
export async function inviteMember(
  request: InvitationRequest,
  id: number,
  address: string,
  role: OrganizationRole,
): Promise<number> {
  const { mailer, baseUrl, language, now } = request;
  const token = newToken();
  return change(request, id, 'manageMembers', async (transaction, { viewer, name, act }) => {
    const email = ownAddress(address);
    if (!email) throw new ValidationError('email', 'Not an e-mail address.');
    if ((await countInvitations(transaction, id, now)) >= invitationLimit) {
      throw new ValidationError('email', `At most ${invitationLimit} invitations may be under way.`);
    }
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
    await saveInvitation(transaction, {
      organizationId: id,
      email,
      role,
      tokenHash: hashToken(token),
      at: now,
      expiresAt,
    });
    await act('organization.invite', { role });
    const url = `${baseUrl}/invitations/${token}`;
    const letter = invitationLetter(language, { organization: name, inviter: viewer.name, role, url });
    await mailer.send(email, letter, transaction);
  });
}

export async function revokeInvitation(request: OrganizationRequest, invitationId: number): Promise<number> {
  requireViewer(request.viewer);
  const invitation = await findInvitation(request.database, { id: invitationId });
  if (!invitation) throw new NotFound('There is no such invitation.');
  return change(request, invitation.organizationId, 'manageMembers', async (transaction, { act }) => {
    await deleteInvitation(transaction, invitationId);
    await act('organization.uninvite');
  });
}

/** Makes the person who asks a member; theirs must be the address that was invited. Returns the organisation's id. */
export async function acceptInvitation({ database, viewer, now }: OrganizationRequest, token: string): Promise<number> {
  const { personId, email } = requireViewer(viewer);
  return database.transaction(async (transaction) => {
    const invitation = await findInvitation(transaction, { tokenHash: hashToken(token) });
    if (!invitation || invitation.expiresAt <= now)
      throw new NotFound('This invitation is used, withdrawn or too old.');
    if (invitation.email !== email) throw new NotAllowed('This invitation was sent to another address than yours.');
    const { organizationId, role } = invitation;
    await lockOrganization(transaction, organizationId);
    if (!(await deleteInvitation(transaction, invitation.id))) throw new NotFound('This invitation is used.');
    const present = await roleOf(transaction, organizationId, personId);
    await saveMember(transaction, organizationId, personId, present === 'OWNER' ? present : role, now);
    const subject = `Organization:${organizationId}`;
    await recordAct(transaction, { at: now, actorId: personId, act: 'organization.join', subject, detail: { role } });
    return organizationId;
  });
}
