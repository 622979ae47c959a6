import type { ListingLetters } from './model.ts';

export const cs: ListingLetters = {
  claimProof: {
    subject: 'Provozujete {place}?',
    text: 'Někdo přihlášený do Ricircola říká, že provozuje {place}. Pokud jste to vy, potvrďte to: otevřete tento odkaz tam, kde jste přihlášeni.',
    action: 'Potvrdit',
  },
  claimTold: {
    subject: 'Někdo říká, že provozuje {place}',
    text: 'Někdo říká, že provozuje {place}, o které se staráte vy. Bez rozhodnutí moderátora se nic nezmění. Pokud nesouhlasíte, napište proč.',
    action: 'Zobrazit místo',
  },
  confirm: {
    subject: 'Potvrďte, co jste poslali: {place}',
    text: 'Vy, nebo někdo, kdo uvedl vaši adresu, jste do Ricircola poslali něco o místě {place}. Platí to, jakmile to potvrdíte.',
    action: 'Potvrdit',
  },
  days7: 'Odkaz platí 7 dní a funguje jednou.',
  ignore: 'Pokud jste to nebyli vy, nemusíte dělat nic.',
};
