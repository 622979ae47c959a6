/** A process that imports synthetic places, to be killed: `import-child.ts CONFIG`, where CONFIG is openDatabase's as JSON. */
import { openDatabase } from '../../api/platform/database.ts';
import { importManyPlaces } from './imports.ts';

const database = await openDatabase(JSON.parse(process.argv[2] ?? ''));
await importManyPlaces(database, () => process.stdout.write('a batch is written\n'));
await database.close();
