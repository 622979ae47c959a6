import type { ModerationLetters } from './model.ts';

export const fi: ModerationLetters = {
  newApproved: {
    subject: 'Kartalla: {place}',
    text: 'Ilmoittamasi paikka on nyt kartalla: {place}. Kiitos.',
  },
  editApproved: {
    subject: 'Muutoksesi on julkaistu: {place}',
    text: 'Ehdottamasi muutos on julkaistu: {place}. Kiitos.',
  },
  claimApproved: {
    subject: 'Ylläpidät nyt paikkaa: {place}',
    text: 'Tästä lähtien pidät itse ajan tasalla paikan {place}: muutoksesi näkyvät heti.',
  },
  asked: {
    subject: 'Kysymys paikasta: {place}',
    text: 'Ylläpidolla on kysymys siitä, mitä lähetit paikasta {place}.',
  },
  refused: {
    subject: 'Ei julkaistu: {place}',
    text: 'Lähettämääsi ei julkaista: {place}.',
  },
  removed: {
    subject: 'Poistettu: {place}',
    text: 'Ylläpito on poistanut kartalta paikan {place}.',
  },
  reverted: {
    subject: 'Muutoksesi on kumottu: {place}',
    text: 'Ylläpito on kumonnut muutoksesi: {place}.',
  },
  appealGranted: {
    subject: 'Valituksesi: {place}',
    text: 'Valituksesi on käsitelty, ja päätös on kumottu: {place}.',
  },
  appealRefused: {
    subject: 'Valituksesi: {place}',
    text: 'Valituksesi on käsitelty. Päätös pysyy voimassa: {place}.',
  },
  reportSettled: {
    subject: 'Ilmoituksesi: {place}',
    text: 'Ylläpito on tutkinut, mitä ilmoitit paikasta {place}. Kiitos.',
  },
  reason: 'Ylläpito kirjoittaa: {reason}',
  law: 'Se on lain vastaista.',
  rules: 'Se on tämän hakemiston sääntöjen vastaista.',
  byPerson: 'Päätöksen teki ihminen ilman automaattisia keinoja.',
  redress:
    'Jos olet eri mieltä, voit valittaa täällä maksutta kuuden kuukauden kuluessa. Voit myös kääntyä tuomioistuimen ulkopuolisen riidanratkaisuelimen tai tuomioistuimen puoleen.',
  see: 'Katso paikkaa',
  answer: 'Katso ja muuta',
  appeal: 'Lue päätös tai valita',
};
