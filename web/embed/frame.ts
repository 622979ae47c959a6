/** Pixels, where nobody says. */
export const defaultHeight = 560;

/** What the frame may do: run, ask its own server, and open links outside itself. It never shares the page's origin. */
export const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** Names of the frame for those who cannot see it, where the page gives it no `label`. */
export const frameLabels: Record<string, string> = {
  en: 'Map of places to repair, borrow, give and reuse',
  it: 'Mappa dei luoghi dove riparare, prendere in prestito, donare e riusare',
  fr: 'Carte des lieux où réparer, emprunter, donner et réutiliser',
  es: 'Mapa de lugares donde reparar, tomar prestado, dar y reutilizar',
  nl: 'Kaart van plekken om te repareren, lenen, geven en hergebruiken',
  fi: 'Kartta paikoista, joissa voi korjata, lainata, lahjoittaa ja käyttää uudelleen',
  cs: 'Mapa míst, kde opravit, půjčit si, darovat a znovu použít',
  bg: 'Карта на места за поправка, заемане, даряване и повторна употреба',
};
