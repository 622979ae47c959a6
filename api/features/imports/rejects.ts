import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { messageOf, OperatorError } from '../../platform/errors.ts';
import type { Rejection } from './model.ts';

export interface RejectsFile {
  write(rejection: Rejection): void;
  close(): Promise<void>;
}

/**
 * Writes what an import refused as a GeoJSON sequence, one feature a line with its `reason`: correct it and import it
 * with `import geojson`, with the mapping file of the first import where there was one. The ids stay, so that it is the
 * same record.
 */
export function openRejects(path: string): RejectsFile {
  const file = createWriteStream(path);
  let failure: unknown;
  file.on('error', (error) => {
    failure = error;
  });
  return {
    write({ where, recordId, reason, point, tags }) {
      const geometry =
        point && Number.isFinite(point.lon + point.lat) ? { type: 'Point', coordinates: [point.lon, point.lat] } : null;
      const properties = { ...tags, reason: `${where}: ${reason}` };
      file.write(`${JSON.stringify({ type: 'Feature', id: recordId, geometry, properties })}\n`);
    },
    async close() {
      file.end();
      await finished(file).catch((error) => {
        failure = error;
      });
      if (failure) throw new OperatorError(`The rejects file ${path} cannot be written: ${messageOf(failure)}.`);
    },
  };
}
