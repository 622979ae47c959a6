/** Every format that can be imported. A new one is one file in formats/ and one entry here. */
import { csv } from './formats/csv.ts';
import { geojson } from './formats/geojson.ts';
import { osm } from './formats/osm.ts';
import { overpass } from './formats/overpass.ts';
import type { Driver } from './model.ts';

export const drivers: readonly Driver[] = [osm, overpass, geojson, csv];
