import type { AccountLetters } from './model.ts';

export const nl: AccountLetters = {
  verify: {
    subject: 'Bevestig je adres',
    text: 'Bevestig dat dit adres van jou is, dan is je Ricircolo-account klaar.',
    action: 'Adres bevestigen',
  },
  signIn: {
    subject: 'Je link om in te loggen',
    text: 'Met deze link log je in bij Ricircolo.',
    action: 'Inloggen',
  },
  reset: {
    subject: 'Kies een nieuw wachtwoord',
    text: 'Met deze link kies je een nieuw wachtwoord voor Ricircolo.',
    action: 'Wachtwoord kiezen',
  },
  exists: {
    subject: 'Je hebt al een account',
    text: 'Iemand, misschien jij, heeft zich met dit adres bij Ricircolo aangemeld. Er is al een account: log in of vraag daar een nieuw wachtwoord aan.',
    action: 'Naar Ricircolo',
  },
  remove: {
    subject: 'Verwijder je account',
    text: 'Met deze link verwijder je je Ricircolo-account voorgoed. Je persoonsgegevens verdwijnen; wat je hebt bijgedragen blijft zonder je naam.',
    action: 'Account verwijderen',
  },
  minutes15: 'De link is 15 minuten geldig en werkt één keer.',
  hour1: 'De link is een uur geldig en werkt één keer.',
  day1: 'De link is een dag geldig.',
  ignore: 'Heb je hier niet om gevraagd? Dan hoef je niets te doen.',
};
