import { join } from 'node:path';
import type { Rolldown } from 'vite';

type ModuleGraph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

const web = join(import.meta.dirname, '..');

/** Libraries of which the first load uses little of what their index names. */
const piecemeal = /node_modules\/(react-aria|react-stately|@react-|@internationalized|lucide)/;

/**
 * What the pages load before they can draw, in as few files as the pages have in common: many small ones wait for each
 * other where a connection is slow. What opens later keeps files of its own.
 */
export function firstLoad(pages: Record<string, string>): Rolldown.CodeSplittingGroup[] {
  const entries = Object.entries(pages).map(([name, file]) => ({ name, id: join(web, file) }));
  const reached = new Map<string, Set<string>>();
  const pagesOf = (id: string, graph: ModuleGraph) => {
    for (const { name, id: entry } of entries) if (!reached.has(name)) reached.set(name, importsOf(entry, graph));
    // The bundler keeps an entry apart by itself, and of large libraries only what each part uses.
    const apart = entries.some((entry) => entry.id === id) || piecemeal.test(id);
    return apart ? [] : entries.flatMap(({ name }) => (reached.get(name)?.has(id) ? [name] : []));
  };
  // What more pages share is set apart first, because what it imports goes with it.
  return entries.map((_, position) => ({
    debugName: `first load ${position}`,
    priority: position + 1,
    name: (id, graph) => {
      const users = pagesOf(id, graph);
      return users.length === position + 1 ? users.join('-') : null;
    },
  }));
}

/** A module and all that it imports before it runs. */
function importsOf(entry: string, graph: ModuleGraph): Set<string> {
  const found = new Set([entry]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
