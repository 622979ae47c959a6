import type { InvitationWords } from './model.ts';

export const en: InvitationWords = {
  subject: 'Join {organization} on Ricircolo',
  invitedBy: '{inviter} invites you to {organization} on Ricircolo.',
  invited: 'You are invited to {organization} on Ricircolo.',
  asOwner: 'As an owner you look after its places and its members.',
  asEditor: 'As an editor you look after its places.',
  action: 'Join',
  holds: 'The invitation holds for 14 days. Sign in with this address.',
  ignore: 'If you do not know what this is about, you need not do anything.',
};
