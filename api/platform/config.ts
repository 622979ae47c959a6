/** The environment, read once and only here. Every name is documented in the README. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './errors.ts';

const url = z.url({ error: 'is not a URL' });
/** An unset variable and an empty one mean the same. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

const environment = z.object({
  PORT: z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: optional(url),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: optional(url),
  DATABASE_REPLICA_URLS: z.string().default(''),
  REDIS_URL: optional(url),
  SMTP_URL: optional(url),
  BASEMAP_STYLE_URL: z.string().default(''),
  GEOCODER_URL: optional(url),
  AUTH_SECRET: optional(z.string()),
  SEED: z.enum(['demo', 'none'], { error: 'is neither "demo" nor "none"' }).default('demo'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export interface Config {
  port: number;
  host: string;
  /** Where people reach this instance, without a slash at the end. */
  baseUrl: string;
  /** Absolute path of the folder that holds the embedded database and everything else kept on disk. */
  dataDir: string;
  /** Undefined: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** Empty: OpenFreeMap with the embedded basemap as fallback. `embedded`: no network. Else a style or .pmtiles URL. */
  basemapStyleUrl: string;
  seed: 'demo' | 'none';
  logLevel: string;
}

/** Parses the environment; throws an OperatorError that names the variable at fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new OperatorError(`The environment variable ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl: (
      values.BASE_URL ?? `http://${values.HOST === '0.0.0.0' ? 'localhost' : values.HOST}:${values.PORT}`
    ).replace(/\/$/, ''),
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    basemapStyleUrl: values.BASEMAP_STYLE_URL,
    seed: values.SEED,
    logLevel: values.LOG_LEVEL,
  };
}
