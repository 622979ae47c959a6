import type { Language } from '../gql/graphql.ts';

/** What the ways to the places of one's own are called: too few words for files of their own. */
export const placeLinkWords: Record<Language, { add: string; mine: string }> = {
  it: { add: 'Aggiungi un luogo', mine: 'I miei luoghi' },
  en: { add: 'Add a place', mine: 'My places' },
  fr: { add: 'Ajouter un lieu', mine: 'Mes lieux' },
  es: { add: 'Añadir un lugar', mine: 'Mis lugares' },
  nl: { add: 'Een plek toevoegen', mine: 'Mijn plekken' },
  fi: { add: 'Lisää paikka', mine: 'Omat paikat' },
  cs: { add: 'Přidat místo', mine: 'Moje místa' },
  bg: { add: 'Добавяне на място', mine: 'Моите места' },
};
