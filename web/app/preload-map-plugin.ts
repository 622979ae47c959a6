import type { Plugin } from 'vite';

/** Lets the browser fetch the map's code beside the application's, not after it. */
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
            attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${engine.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
