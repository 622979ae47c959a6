import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord, splitRecords } from '../../api/features/imports/formats/json-records.ts';

describe('records of a document', () => {
  test('are the same however it is cut into chunks', async () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(json),
        json,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(undefined, 2),
        async (records, other, size, indent) => {
          const bytes = Buffer.from(JSON.stringify({ other, records, after: other }, null, indent));
          async function* chunks() {
            for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
          }
          const values: unknown[] = [];
          for await (const part of splitRecords(chunks(), ['records'], 'test')) {
            const parsed = 'record' in part && parseRecord(part.record);
            if (parsed) values.push('value' in parsed ? parsed.value : parsed.problem);
          }
          expect(values).toEqual(JSON.parse(JSON.stringify(records)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
