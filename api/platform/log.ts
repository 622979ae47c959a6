import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard error; never a person's address or telephone number. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
