import type { Plugin } from 'vite';

/** Names the file of the map's code, which the application fetches from its first moment (`start.tsx`), but not before the page is painted. */
export function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { path, bundle }) {
        if (path !== '/index.html') return [];
        const engine = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'engine');
        if (!engine) throw new Error('The build has no chunk of the map.');
        return [
          {
            tag: 'link',
            attrs: {
              'data-once-painted': 'modulepreload',
              crossorigin: true,
              fetchpriority: 'low',
              href: `/${engine.fileName}`,
            },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
