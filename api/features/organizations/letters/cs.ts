import type { InvitationWords } from './model.ts';

export const cs: InvitationWords = {
  subject: 'Přidejte se: {organization} v Ricircolu',
  invitedBy: '{inviter} vás zve do organizace {organization} v Ricircolu.',
  invited: 'Jste zváni do organizace {organization} v Ricircolu.',
  asOwner: 'Jako vlastník se staráte o její místa a členy.',
  asEditor: 'Jako editor se staráte o její místa.',
  action: 'Přidat se',
  holds: 'Pozvánka platí 14 dní. Přihlaste se touto adresou.',
  ignore: 'Pokud nevíte, o co jde, nemusíte nic dělat.',
};
