import type { InvitationWords } from './model.ts';

export const it: InvitationWords = {
  subject: 'Partecipa a {organization} su Ricircolo',
  invitedBy: '{inviter} ti invita in {organization} su Ricircolo.',
  invited: 'Sei invitato in {organization} su Ricircolo.',
  asOwner: 'Con il ruolo di titolare curi i suoi luoghi e i suoi membri.',
  asEditor: 'Con il ruolo di redattore curi i suoi luoghi.',
  action: 'Partecipa',
  holds: 'L’invito vale 14 giorni. Accedi con questo indirizzo.',
  ignore: 'Se non sai di che cosa si tratta, non devi fare nulla.',
};
