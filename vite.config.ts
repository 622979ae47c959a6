import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { taxonomy } from './api/features/taxonomy/data.ts';
import { firstLoad } from './web/app/first-load.ts';
import { fixedScripts } from './web/app/fixed-scripts-plugin.ts';
import { manifests } from './web/app/manifest-plugin.ts';
import { plainPages } from './web/app/pages-plugin.ts';
import { preloadMap } from './web/app/preload-map-plugin.ts';
import { placeIcons } from './web/ui/place-icons-plugin.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:4000';

const { groups, categories, actions, objectTypes } = taxonomy;
const iconsOf = (named: readonly { icon: string }[]) => named.map(({ icon }) => icon);
const icons = {
  places: iconsOf([...groups, ...categories, ...actions]),
  things: iconsOf([...objectTypes, ...actions]),
};

export default defineConfig({
  root: 'web',
  plugins: [react(), placeIcons(icons), preloadMap(), plainPages(), manifests(), fixedScripts()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Tells the server which file a language's words are in.
    manifest: true,
    // What light-dark() and the map need; older browsers get the same page without its colours.
    target: ['chrome125', 'edge125', 'firefox125', 'safari18'],
    rolldownOptions: {
      input: {
        app: 'web/index.html',
        page: 'web/page.html',
        embed: 'web/embed/index.html',
        explore: 'web/explore/index.html',
      },
      output: { codeSplitting: { groups: firstLoad({ app: 'main.tsx', page: 'page.tsx', embed: 'embed/main.tsx' }) } },
    },
    // MapLibre and the editor of /explore are large files; they load beside the application or never, not before it.
    chunkSizeWarningLimit: 4000,
    // Fonts stay files of their own: a policy without data: URLs must be able to serve them.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/api', '/tiles', '/basemap', '/config.json', '/health'].map((path) => [path, api]),
    ),
  },
});
