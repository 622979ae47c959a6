import type { AccountLetters } from './model.ts';

export const cs: AccountLetters = {
  verify: {
    subject: 'Potvrďte svou adresu',
    text: 'Potvrďte, že tato adresa je vaše, a váš účet Ricircolo bude připraven.',
    action: 'Potvrdit adresu',
  },
  signIn: {
    subject: 'Váš odkaz k přihlášení',
    text: 'Tímto odkazem se přihlásíte do Ricircola.',
    action: 'Přihlásit se',
  },
  reset: {
    subject: 'Zvolte nové heslo',
    text: 'Tímto odkazem si zvolíte nové heslo do Ricircola.',
    action: 'Zvolit heslo',
  },
  exists: {
    subject: 'Účet už máte',
    text: 'Někdo, možná vy, se s touto adresou zaregistroval do Ricircola. Účet už existuje: přihlaste se, nebo si tam vyžádejte nové heslo.',
    action: 'Přejít do Ricircola',
  },
  remove: {
    subject: 'Smažte svůj účet',
    text: 'Tímto odkazem svůj účet Ricircolo natrvalo smažete. Osobní údaje zmizí; vaše příspěvky zůstanou bez vašeho jména.',
    action: 'Smazat účet',
  },
  minutes15: 'Odkaz platí 15 minut a jen jednou.',
  hour1: 'Odkaz platí hodinu a jen jednou.',
  day1: 'Odkaz platí jeden den.',
  ignore: 'Pokud jste o to nežádali, nemusíte nic dělat.',
};
