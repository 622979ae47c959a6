import type { ModerationLetters } from './model.ts';

export const cs: ModerationLetters = {
  newApproved: {
    subject: '{place} je na mapě',
    text: 'Místo, které jste přidali, {place}, je na mapě. Děkujeme.',
  },
  editApproved: {
    subject: 'Vaše změna místa {place} je zveřejněna',
    text: 'To, co jste navrhli k místu {place}, je zveřejněno. Děkujeme.',
  },
  claimApproved: {
    subject: 'Staráte se o místo {place}',
    text: 'Od této chvíle sami udržujete místo {place}: vaše změny jsou vidět hned.',
  },
  asked: {
    subject: 'Otázka k místu {place}',
    text: 'Moderátor má otázku k tomu, co jste poslali k místu {place}.',
  },
  refused: {
    subject: 'Nezveřejněno: {place}',
    text: 'To, co jste poslali k místu {place}, nebude zveřejněno.',
  },
  removed: {
    subject: 'Odstraněno: {place}',
    text: 'Moderátor odstranil místo {place} z mapy.',
  },
  reverted: {
    subject: 'Vaše změna místa {place} byla vrácena',
    text: 'Moderátor vrátil vaši změnu místa {place}.',
  },
  appealGranted: {
    subject: 'Vaše odvolání k místu {place}',
    text: 'Vaše odvolání bylo posouzeno a rozhodnutí o místě {place} je zrušeno.',
  },
  appealRefused: {
    subject: 'Vaše odvolání k místu {place}',
    text: 'Vaše odvolání bylo posouzeno. Rozhodnutí o místě {place} platí dál.',
  },
  reportSettled: {
    subject: 'Vaše hlášení k místu {place}',
    text: 'Moderátor posoudil, co jste nahlásili k místu {place}. Děkujeme.',
  },
  reason: 'Moderátor píše: {reason}',
  law: 'Je to v rozporu se zákonem.',
  rules: 'Je to v rozporu s pravidly tohoto adresáře.',
  byPerson: 'Rozhodl člověk, bez automatizovaných prostředků.',
  redress:
    'Pokud nesouhlasíte, můžete se zde do šesti měsíců zdarma odvolat. Můžete se také obrátit na orgán mimosoudního řešení sporů nebo na soud.',
  see: 'Zobrazit místo',
  answer: 'Zobrazit a změnit',
  appeal: 'Přečíst rozhodnutí nebo se odvolat',
};
