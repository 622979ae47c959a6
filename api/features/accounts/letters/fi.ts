import type { AccountLetters } from './model.ts';

export const fi: AccountLetters = {
  verify: {
    subject: 'Vahvista osoitteesi',
    text: 'Vahvista, että tämä osoite on sinun, niin Ricircolo-tilisi on valmis.',
    action: 'Vahvista osoite',
  },
  signIn: {
    subject: 'Kirjautumislinkkisi',
    text: 'Tällä linkillä kirjaudut Ricircoloon.',
    action: 'Kirjaudu',
  },
  reset: {
    subject: 'Valitse uusi salasana',
    text: 'Tällä linkillä valitset uuden salasanan Ricircoloon.',
    action: 'Valitse salasana',
  },
  exists: {
    subject: 'Sinulla on jo tili',
    text: 'Joku, ehkä sinä, rekisteröityi Ricircoloon tällä osoitteella. Sillä on jo tili: kirjaudu sisään tai pyydä siellä uusi salasana.',
    action: 'Siirry Ricircoloon',
  },
  remove: {
    subject: 'Poista tilisi',
    text: 'Tällä linkillä poistat Ricircolo-tilisi lopullisesti. Henkilötietosi poistetaan; se, mitä olet lisännyt, jää ilman nimeäsi.',
    action: 'Poista tili',
  },
  minutes15: 'Linkki on voimassa 15 minuuttia ja toimii kerran.',
  hour1: 'Linkki on voimassa tunnin ja toimii kerran.',
  day1: 'Linkki on voimassa vuorokauden.',
  ignore: 'Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.',
};
