import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Pages of the build that open without a network, and an address of each. */
const shells = { 'index.html': '/', 'page.html': '/about' };
/** Pages that are nothing without the server: what only they load is not kept for when there is none. */
const online = /\/web\/features\/(account|moderation|organizations)\//;
/** Files of `web/public` that a page without a network shows. */
const publicFiles = ['icon.svg', 'icons/icon-192.png'];

/** Scripts whose address must never change: the service worker, and the component that other sites load. */
export function fixedScripts(): Plugin {
  return {
    name: 'fixed-scripts',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      await script(dir, 'embed.js', 'web/embed/component.ts');
      await script(dir, 'sw.js', 'web/offline/worker.ts', { __PRECACHE__: JSON.stringify(precache(bundle, dir)) });
    },
  };
}

/** One file without imports, that any page can load as it is. */
async function script(outDir: string, fileName: string, entry: string, define: Record<string, string> = {}) {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome125', 'edge125', 'firefox125', 'safari18'],
      lib: { entry, formats: ['iife'], name: 'ricircolo', fileName: () => fileName },
    },
  });
}

/** What the application can ever ask of this build. Names in `assets` change with their content; others have a revision. */
function precache(bundle: Bundle, dir: string): { url: string; revision: string | null }[] {
  const entries = Object.keys(shells).map((page) => {
    const found = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith(`/web/${page}`),
    );
    if (!found) throw new Error(`The build has no ${page}.`);
    return found.fileName;
  });
  const files = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const file = bundle[name];
    if (files.has(name)) continue;
    if (file?.type === 'chunk' && online.test(file.facadeModuleId ?? '')) continue;
    files.add(name);
    if (file?.type !== 'chunk') continue;
    const { importedCss, importedAssets } = file.viteMetadata ?? { importedCss: [], importedAssets: [] };
    waiting.push(...file.imports, ...file.dynamicImports, ...importedCss, ...importedAssets);
  }
  // Named by its address alone, which the bundler does not follow.
  for (const name of Object.keys(bundle)) if (/(place|thing)-icons/.test(name)) files.add(name);
  const revision = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
  return [
    // The pages as they are asked for: with their headers.
    ...Object.entries(shells).map(([page, url]) => ({ url, revision: revision(join(dir, page)) })),
    ...publicFiles.map((name) => ({ url: `/${name}`, revision: revision(join('web/public', name)) })),
    // No language here is written in Greek.
    ...[...files]
      .filter((name) => !name.includes('-greek-'))
      .sort()
      .map((name) => ({ url: `/${name}`, revision: null })),
  ];
}
