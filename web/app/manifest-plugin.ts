import type { Plugin } from 'vite';

/** What an installed application is called by the device: its description, then its shortcuts. */
const words = {
  en: ['Where to repair, borrow, give and reuse near you', 'Open now', 'Repair', 'Borrow', 'Give'],
  it: [
    'Dove riparare, prendere in prestito, donare e riusare vicino a te',
    'Aperti ora',
    'Riparare',
    'Prestito',
    'Donare',
  ],
  fr: [
    'Où réparer, emprunter, donner et réutiliser près de chez vous',
    'Ouvert maintenant',
    'Réparer',
    'Emprunter',
    'Donner',
  ],
  es: ['Dónde reparar, tomar prestado, dar y reutilizar cerca de ti', 'Abierto ahora', 'Reparar', 'Préstamo', 'Dar'],
  nl: ['Waar je in de buurt kunt repareren, lenen, geven en hergebruiken', 'Nu open', 'Repareren', 'Lenen', 'Geven'],
  fi: [
    'Missä lähellä voi korjata, lainata, lahjoittaa ja käyttää uudelleen',
    'Auki nyt',
    'Korjaa',
    'Lainaa',
    'Lahjoita',
  ],
  cs: ['Kde v okolí opravit, půjčit si, darovat a znovu použít', 'Otevřeno', 'Opravit', 'Půjčit si', 'Darovat'],
  bg: [
    'Къде наблизо да поправите, заемете, дарите и използвате повторно',
    'Отворено сега',
    'Поправка',
    'Заемане',
    'Даряване',
  ],
} as const;

const searches = ['openNow=true', 'categories=repair', 'categories=share', 'categories=give'];

/** `/manifest.<language>.webmanifest`; the page names that of the language it speaks. */
export function manifests(): Plugin {
  return {
    name: 'manifests',
    apply: 'build',
    generateBundle() {
      for (const language of Object.keys(words) as (keyof typeof words)[]) {
        const source = JSON.stringify(manifestOf(language), null, 2);
        this.emitFile({ type: 'asset', fileName: `manifest.${language}.webmanifest`, source });
      }
    },
    transformIndexHtml: (_, { path }) =>
      path === '/index.html'
        ? [
            { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.en.webmanifest' }, injectTo: 'head' },
            { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/apple-touch-icon.png' }, injectTo: 'head' },
          ]
        : [],
  };
}

function manifestOf(language: keyof typeof words) {
  const [description, ...shortcuts] = words[language];
  return {
    id: '/',
    name: 'Ricircolo',
    short_name: 'Ricircolo',
    description,
    lang: language,
    dir: 'ltr',
    start_url: `/?lang=${language}`,
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    categories: ['navigation', 'lifestyle', 'utilities'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: shortcuts.map((name, index) => ({ name, url: `/?lang=${language}&${searches[index]}` })),
  };
}
