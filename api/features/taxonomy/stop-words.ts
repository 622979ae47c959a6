import { normalizeText } from '../../platform/text.ts';
import type { Language } from './model.ts';

/** Articles, prepositions and conjunctions that join an action to its object or its place. */
const stopWords: Record<Language, string> = {
  it: 'a ad al allo alla ai agli alle da dal dalla dai di del dello della dei degli delle in nel nella nei su sul sulla per con e ed o il lo la i gli le un uno una dove vicino mio mia d l',
  en: 'a an the of for in on at to by with from and or my near where can i around',
  fr: 'a au aux de du des en dans sur pour par avec et ou un une le la les mon ma mes pres chez d l',
  es: 'a al de del en por para con y o el la los las un una unos unas mi donde cerca',
  nl: 'een de het in op te om van voor met aan bij en of mijn waar naar',
  fi: 'ja tai missa lahella voi voin',
  cs: 'a i v ve na k ke s se z ze do od u o pro nebo kde muj moje',
  bg: 'в във на с със за от до и или при къде моя моята',
};

const all: ReadonlySet<string> = new Set(Object.values(stopWords).flatMap((words) => normalizeText(words).split(' ')));

/** True for a normalised word that says nothing by itself in one of the eight languages. */
export function isStopWord(token: string): boolean {
  return all.has(token);
}
