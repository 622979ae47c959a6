import type { FreshnessWords } from './model.ts';

export const nl: FreshnessWords = {
  subject: 'Is {name} nog zoals wij het tonen?',
  question: 'Je beheert {name} op Ricircolo. Al een jaar heeft niemand nagegaan of wat we erover zeggen nog klopt.',
  why: 'Mensen gaan op weg om wat de kaart zegt. Met één klik weten ze dat ze erop kunnen rekenen.',
  stillTrue: 'Alles klopt nog',
  changed: 'Er is iets veranderd',
  closed: 'De plek is voorgoed gesloten',
  holds: 'De links gelden 60 dagen en leiden naar een pagina waar je je antwoord bevestigt.',
  ignore: 'Zonder antwoord zegt de kaart dat deze plek lang niet is nagekeken.',
};
