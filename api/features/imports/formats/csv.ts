/** Tables as text, read by a mapping file that says which column is what. The first line names the columns. */
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import { identify, mapColumns } from '../mapping/columns.ts';
import { columnsOf, type Mapping } from '../mapping/model.ts';
import type { Driver, DriverInput, ReadItem } from '../model.ts';
import { readBytes } from './bytes.ts';

/** Longest row, in characters. */
const maxRowLength = 16 * 1024 * 1024;

export const csv: Driver = {
  name: 'csv',
  sourceKind: 'CSV',
  extensions: ['.csv', '.tsv', '.txt'],
  read,
  map: (record, mapping) => (mapping ? mapColumns(record, mapping) : { skip: 'no mapping file' }),
};

async function* read(input: DriverInput): AsyncGenerator<ReadItem> {
  const { mapping } = input;
  const name = input.file ?? '';
  if (!mapping)
    throw new OperatorError(`${name}: a CSV file needs a mapping file (--mapping FILE); see docs/import.md.`);
  const skipped: ReadItem[] = [];
  let sawHeader = false;
  let lastLine = 1;
  /** From this line on it is not known where rows begin. */
  let failure: { line: number; problem: string } | undefined;
  const parser = parse({
    delimiter: mapping.delimiter,
    quote: mapping.quote,
    relax_quotes: true,
    columns: (header: string[]) => {
      sawHeader = true;
      return checkedHeader(header, mapping, name);
    },
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRowLength,
    on_skip: (error) => {
      if (!error) return undefined;
      const problem = lostTrack(error);
      if (problem) failure ??= { line: lineOf(error), problem };
      else if (!failure) skipped.push({ rejection: rejectionOf(error) });
      return undefined;
    },
  });
  const text = Readable.from(decode(readBytes(input), mapping.encoding, name));
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const row of parser) {
      yield* skipped.splice(0);
      // The options `columns` and `info` give rows this shape.
      const { record, info } = row as { record: Record<string, string>; info: { lines: number } };
      const { id, ...rest } = identify(record, mapping);
      if (failure && info.lines >= failure.line) break;
      lastLine = info.lines;
      const where = `line ${lastLine}`;
      yield { record: { recordId: id ?? where, where, tags: record, ...rest } };
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${name} cannot be read to its end: ${messageOf(error)}.`);
  }
  yield* skipped;
  if (failure) throw new OperatorError(`${name} cannot be read after line ${lastLine}: ${failure.problem}.`);
  if (!sawHeader) throw new OperatorError(`${name} is empty.`);
}

function checkedHeader(header: string[], mapping: Mapping, name: string): string[] {
  const columns = header.map((column) => column.trim());
  const twice = columns.find((column, position) => column !== '' && columns.indexOf(column) !== position);
  if (twice !== undefined) throw new OperatorError(`${name} has two columns named "${twice}".`);
  const missing = columnsOf(mapping).find((column) => !columns.includes(column));
  if (missing !== undefined) {
    const delimiter = JSON.stringify(mapping.delimiter);
    throw new OperatorError(
      `${name} has no column "${missing}", which the mapping file names; it has ${columns.length} columns parted by ${delimiter}: ${columns.join(' | ').slice(0, 200)}.`,
    );
  }
  return columns;
}

/** The line that the parser had come to. */
function lineOf(error: CsvError): number {
  // csv-parse adds its counters to the error; its types say only that there may be more.
  return (error as CsvError & { lines?: number }).lines ?? 0;
}

/** Why it is not known any more where a row begins; undefined where only one row is wrong. */
function lostTrack({ code }: CsvError): string | undefined {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is never closed';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `a row longer than ${maxRowLength} characters, or a quotation mark that is not closed`;
  return undefined;
}

function rejectionOf(error: CsvError): { where: string; reason: string } {
  const where = `line ${lineOf(error)}`;
  const { record } = error as CsvError & { record?: unknown }; // as above
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    return {
      where,
      reason: `${Array.isArray(record) ? record.length : 'other'} columns, not as many as the first line has`,
    };
  }
  return { where, reason: error.message.split('\n')[0]?.slice(0, 200) ?? error.code };
}

/** Text of the chunks; an OperatorError names the first line that is not in the encoding. */
async function* decode(
  chunks: AsyncIterable<Buffer>,
  encoding: Mapping['encoding'],
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for await (const chunk of chunks) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw new OperatorError(
        `${name} is not ${encoding} in or just after line ${lines + linesBefore(chunk, encoding)}; say "encoding" in the mapping file (windows-1252, iso-8859-1 or utf-16le).`,
      );
    }
    if (text.includes('\u0000')) {
      throw new OperatorError(
        `${name} is not ${encoding}: it looks like UTF-16; say "encoding": "utf-16le" in the mapping file.`,
      );
    }
    lines += text.split('\n').length - 1;
    if (text) yield text;
  }
  try {
    decoder.decode();
  } catch {
    throw new OperatorError(`${name} ends inside a character at line ${lines}: it is truncated.`);
  }
}

/** How many lines of a chunk come before its first one that cannot be decoded. */
function linesBefore(chunk: Buffer, encoding: Mapping['encoding']): number {
  const lines = chunk.toString('latin1').split('\n');
  // The first line may begin inside a character that the chunk before opened: it is judged last.
  const found = lines.findIndex((line, position) => {
    if (position === 0 || position === lines.length - 1) return false;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(line, 'latin1'));
      return false;
    } catch {
      return true;
    }
  });
  return Math.max(0, found);
}
