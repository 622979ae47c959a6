/** Writes the land of the embedded basemap; setup.mjs runs it where the borders or the way they are drawn have changed. */
import { writeFileSync } from 'node:fs';
import { landFile } from './features/regions/basemap.ts';
import { drawLand } from './features/regions/land.ts';

writeFileSync(landFile, JSON.stringify(await drawLand()));
