/**
 * Finds the records of a JSON document of any length, each as its own bytes: strings and brackets are followed, nothing
 * is built. A record that is malformed or far too long is so on its own, and the next one is read as usual.
 */
import { OperatorError } from '../../../platform/errors.ts';

/** Longest record, in bytes: a detailed multipolygon has a few hundred kilobytes. */
const maxRecordBytes = 16 * 1024 * 1024;

export interface JsonRecord {
  /** From 1. */
  number: number;
  /** Of its first byte in the (unpacked) document. */
  byte: number;
  /** Undefined where it is longer than `maxRecordBytes`. */
  bytes: Buffer | undefined;
}

/**
 * `envelope`: what stands around the records, as a JSON document with an empty array in their place. Given when the
 * records begin, as far as it was read, and again at the end. A document without the array is all envelope.
 */
type JsonPart = { record: JsonRecord } | { envelope: string };

const code = (character: string) => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const openings = new Set([code('{'), code('[')]);
const closings = new Set([code('}'), code(']')]);
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * The records of `{"…": …, "<key>": [record, …]}` for the first of `keys` met at the top, or of `[record, …]`.
 * Throws an OperatorError where the document ends too early.
 */
export async function* splitRecords(
  chunks: AsyncIterable<Buffer>,
  keys: readonly string[],
  name: string,
): AsyncGenerator<JsonPart> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Depth within the array of records; 0 until it is found, -1 after it. */
  let arrayDepth = 0;
  let offset = 0;
  let number = 0;
  let recordByte = 0;
  let isStarted = false;
  const current = collector();
  const around = collector();

  for await (const chunk of chunks) {
    let from = 0;
    for (let position = 0; position < chunk.length; position++) {
      const byte = chunk[position] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        continue;
      }
      const inArray = arrayDepth > 0 && depth === arrayDepth;
      if (inArray && (byte === comma || byte === code(']'))) {
        current.add(chunk.subarray(from, position));
        if (isStarted) yield { record: { number: ++number, byte: recordByte, bytes: current.take() } };
        current.clear();
        isStarted = false;
        from = position + 1;
        if (byte === comma) continue;
        from = position;
        arrayDepth = -1;
      } else if (inArray && !isStarted) {
        from = position;
        if (isSpace(byte)) continue;
        isStarted = true;
        recordByte = offset + position;
      }

      if (byte === quote) inString = true;
      else if (openings.has(byte)) {
        depth++;
        if (arrayDepth === 0 && byte === code('[') && (depth === 1 || depth === 2)) {
          around.add(chunk.subarray(from, position + 1));
          from = position + 1;
          if (depth === 1 || keys.includes(lastKey(around.tail()) ?? '')) {
            arrayDepth = depth;
            yield { envelope: `${around.text()}]${depth === 2 ? '}' : ''}` };
          }
        }
      } else if (closings.has(byte)) {
        depth--;
        if (depth < 0) throw new OperatorError(`${name} is not JSON: a bracket too many at byte ${offset + position}.`);
      }
    }
    (arrayDepth > 0 ? current : around).add(chunk.subarray(from));
    offset += chunk.length;
    if (around.take() === undefined) {
      throw new OperatorError(
        `${name} has no array named ${keys.join(' or ')} within its first ${maxRecordBytes} bytes.`,
      );
    }
  }
  if (depth > 0 || inString) {
    throw new OperatorError(
      `${name} ends at byte ${offset} in the middle of ${number > 0 || arrayDepth > 0 ? `record ${number + 1}` : 'the document'}: it is truncated.`,
    );
  }
  yield { envelope: around.text() };
}

/** Records parted by a byte: line feeds, or RFC 8142's record separator. */
export async function* splitSequence(chunks: AsyncIterable<Buffer>, separator: number): AsyncGenerator<JsonRecord> {
  let offset = 0;
  let number = 0;
  let recordByte = 0;
  const current = collector();
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, from)) {
      current.add(chunk.subarray(from, end));
      // Line numbers count empty lines; what precedes the first record separator is no record.
      if (separator === 0x0a || !current.isBlank()) number++;
      if (!current.isBlank()) yield { number, byte: recordByte, bytes: current.take() };
      current.clear();
      from = end + 1;
      recordByte = offset + from;
    }
    current.add(chunk.subarray(from));
    offset += chunk.length;
  }
  if (!current.isBlank()) yield { number: number + 1, byte: recordByte, bytes: current.take() };
}

/** Gathers slices of chunks up to `maxRecordBytes`, and forgets what it held beyond that. */
function collector() {
  let slices: Buffer[] = [];
  let size = 0;
  let blank = true;
  return {
    add(slice: Buffer) {
      size += slice.length;
      blank &&= slice.every((byte) => isSpace(byte));
      if (size > maxRecordBytes) slices = [];
      else if (slice.length > 0) slices.push(slice);
    },
    isBlank: () => blank,
    take: () => (size > maxRecordBytes ? undefined : Buffer.concat(slices)),
    text: () =>
      Buffer.concat(slices)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    /** The last few hundred bytes, without joining the rest. */
    tail() {
      let first = slices.length;
      for (let length = 0; first > 0 && length < 200; length += slices[first]?.length ?? 0) first--;
      return Buffer.concat(slices.slice(first)).subarray(-200).toString('utf8');
    },
    clear() {
      slices = [];
      size = 0;
      blank = true;
    },
  };
}

/** The key before an opening bracket at the end of a text. */
function lastKey(text: string): string | undefined {
  return /"([^"\\]*)"\s*:\s*\[$/.exec(text)?.[1];
}

type ParsedRecord = { value: unknown; duplicateKeys: string[] } | { problem: string };

/** Of a key given twice the last one counts, as for JSON.parse; which ones were is told. */
export function parseRecord({ bytes }: JsonRecord): ParsedRecord {
  if (!bytes) return { problem: `longer than ${maxRecordBytes} bytes` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'not valid UTF-8' };
  }
  try {
    return { value: JSON.parse(text), duplicateKeys: duplicateKeys(text) };
  } catch {
    return { problem: 'not valid JSON' };
  }
}

/** Keys that stand twice in one object of a valid JSON text. A loop, because a pattern runs out of stack on long texts. */
function duplicateKeys(text: string): string[] {
  const found: string[] = [];
  /** Keys of the objects around; undefined for an array. */
  const around: (Set<string> | undefined)[] = [];
  /** A string that may prove to be a key. */
  let last = '';
  for (let position = 0; position < text.length; position++) {
    const character = text[position];
    if (character === '"') {
      const start = position++;
      while (text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
      last = text.slice(start, position + 1);
    } else if (character === ':') {
      const key = String(JSON.parse(last));
      const keys = around.at(-1);
      if (keys?.has(key)) found.push(key);
      keys?.add(key);
    } else if (character === '{') around.push(new Set());
    else if (character === '[') around.push(undefined);
    else if (character === '}' || character === ']') around.pop();
  }
  return found;
}
