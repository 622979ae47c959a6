import type { InvitationWords } from './model.ts';

export const es: InvitationWords = {
  subject: 'Únete a {organization} en Ricircolo',
  invitedBy: '{inviter} te invita a {organization} en Ricircolo.',
  invited: 'Tienes una invitación a {organization} en Ricircolo.',
  asOwner: 'Como titular cuidas sus lugares y sus miembros.',
  asEditor: 'Como editor cuidas sus lugares.',
  action: 'Unirme',
  holds: 'La invitación vale 14 días. Entra con esta dirección.',
  ignore: 'Si no sabes de qué se trata, no tienes que hacer nada.',
};
