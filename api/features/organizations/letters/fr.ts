import type { InvitationWords } from './model.ts';

export const fr: InvitationWords = {
  subject: 'Rejoignez {organization} sur Ricircolo',
  invitedBy: '{inviter} vous invite à rejoindre {organization} sur Ricircolo.',
  invited: 'Vous êtes invité à rejoindre {organization} sur Ricircolo.',
  asOwner: 'En tant que responsable, vous gérez ses lieux et ses membres.',
  asEditor: 'En tant que rédacteur, vous gérez ses lieux.',
  action: 'Rejoindre',
  holds: 'L’invitation est valable 14 jours. Connectez-vous avec cette adresse.',
  ignore: 'Si vous ne savez pas de quoi il s’agit, vous n’avez rien à faire.',
};
