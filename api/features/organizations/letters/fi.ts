import type { InvitationWords } from './model.ts';

export const fi: InvitationWords = {
  subject: 'Liity: {organization} Ricircolossa',
  invitedBy: '{inviter} kutsuu sinut mukaan: {organization} Ricircolossa.',
  invited: 'Sinut on kutsuttu mukaan: {organization} Ricircolossa.',
  asOwner: 'Omistajana huolehdit sen paikoista ja jäsenistä.',
  asEditor: 'Muokkaajana huolehdit sen paikoista.',
  action: 'Liity',
  holds: 'Kutsu on voimassa 14 päivää. Kirjaudu tällä osoitteella.',
  ignore: 'Jos et tiedä, mistä on kyse, sinun ei tarvitse tehdä mitään.',
};
