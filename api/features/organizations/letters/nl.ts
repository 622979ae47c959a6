import type { InvitationWords } from './model.ts';

export const nl: InvitationWords = {
  subject: 'Doe mee met {organization} op Ricircolo',
  invitedBy: '{inviter} nodigt je uit bij {organization} op Ricircolo.',
  invited: 'Je bent uitgenodigd bij {organization} op Ricircolo.',
  asOwner: 'Als eigenaar beheer je de plekken en de leden.',
  asEditor: 'Als redacteur beheer je de plekken.',
  action: 'Meedoen',
  holds: 'De uitnodiging is 14 dagen geldig. Log in met dit adres.',
  ignore: 'Weet je niet waar dit over gaat? Dan hoef je niets te doen.',
};
