import type { ListingLetters } from './model.ts';

export const fi: ListingLetters = {
  claimProof: {
    subject: 'Oletko paikan ylläpitäjä: {place}?',
    text: 'Joku Ricircoloon kirjautunut sanoo pitävänsä paikkaa {place}. Jos se olit sinä, vahvista: avaa tämä linkki siellä, missä olet kirjautuneena.',
    action: 'Vahvista',
  },
  claimTold: {
    subject: 'Joku sanoo pitävänsä paikkaa {place}',
    text: 'Joku sanoo pitävänsä paikkaa {place}, josta sinä nyt huolehdit. Mikään ei muutu ilman ylläpidon päätöstä. Jos olet eri mieltä, kerro miksi.',
    action: 'Katso paikkaa',
  },
  confirm: {
    subject: 'Vahvista lähettämäsi: {place}',
    text: 'Sinä tai joku, joka antoi osoitteesi, lähetti Ricircoloon jotakin paikasta {place}. Se otetaan huomioon, kun vahvistat sen.',
    action: 'Vahvista',
  },
  days7: 'Linkki on voimassa 7 päivää ja toimii kerran.',
  ignore: 'Jos se et ollut sinä, sinun ei tarvitse tehdä mitään.',
};
