/** The environment, read once and only here. Every name is documented in the README. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './errors.ts';

const url = z.url({ error: 'is not a URL' });
/** An unset variable and an empty one mean the same. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

/** Where a bucket is and who we are to it: `https://key:secret@host/bucket?region=eu-central-1`. */
const bucket = url.refine((text) => /^https?:\/\/[^:@/]+:[^:@/]+@[^/]+\/[^/?]/.test(text), {
  error: 'is not of the form https://key:secret@host/bucket?region=…',
});

/** OpenID Connect providers that people may sign in with, as JSON. Gateways to SPID and eIDAS speak it too. */
const oidcProviders = z.array(
  z.strictObject({
    /** Part of addresses: lower-case letters, digits and hyphens. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    /** For people: "SPID". */
    name: z.string().min(1),
    /** Where its `.well-known/openid-configuration` is. */
    discoveryUrl: z.url(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  }),
);
type OidcProvider = z.infer<typeof oidcProviders>[number];

const environment = z.object({
  PORT: z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: optional(url),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: optional(url),
  DATABASE_REPLICA_URLS: z.string().default(''),
  REDIS_URL: optional(url),
  SMTP_URL: optional(url),
  MAIL_FROM: optional(z.email({ error: 'is not an e-mail address' })),
  BASEMAP_STYLE_URL: z.string().default(''),
  GEOCODER_URL: optional(url),
  AUTH_SECRET: optional(z.string().min(32, { error: 'is shorter than 32 characters' })),
  PHOTO_STORE_URL: optional(bucket),
  CHECK_WEBSITES: optional(z.enum(['yes', 'no'], { error: 'is neither "yes" nor "no"' })),
  OIDC_PROVIDERS: optional(z.string().transform(parseJson).pipe(oidcProviders)),
  TRUSTED_PROXIES: z.string().default('loopback,linklocal,uniquelocal'),
  CONTACT_EMAIL: optional(z.email({ error: 'is not an e-mail address' })),
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
  /** Undefined: mail is written to `dataDir`/mail and logged. */
  smtpUrl: string | undefined;
  /** Address that mail comes from. */
  mailFrom: string;
  /** Undefined: made once and kept in `dataDir`. */
  authSecret: string | undefined;
  oidcProviders: OidcProvider[];
  /** Bucket for photos, as `platform/object-store.ts` reads it; undefined: files in `dataDir`/photos. */
  photoStoreUrl: string | undefined;
  /** Whether places’ websites are asked now and then if they are still there. */
  checkWebsites: boolean;
  /** Addresses, ranges, or names of ranges, of proxies before us: their X-Forwarded-For is believed, nobody else's. */
  trustedProxies: string[];
  /** Address of a Photon geocoder; undefined: the embedded gazetteer. */
  geocoderUrl: string | undefined;
  /** Where people can write to whoever runs this instance; named on its accessibility page. */
  contactEmail: string | undefined;
  seed: 'demo' | 'none';
  logLevel: string;
}

/** Parses the environment; throws an OperatorError that names the variable at fault. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [variable, ...within] = issue?.path ?? [];
    const where = within.length > 0 ? ` at ${within.join('.')}:` : '';
    throw new OperatorError(`The environment variable ${String(variable)}${where} ${issue?.message}.`);
  }
  const values = parsed.data;
  const baseUrl = (
    values.BASE_URL ?? `http://${values.HOST === '0.0.0.0' ? 'localhost' : values.HOST}:${values.PORT}`
  ).replace(/\/$/, '');
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    basemapStyleUrl: values.BASEMAP_STYLE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `ricircolo@${new URL(baseUrl).hostname}`,
    authSecret: values.AUTH_SECRET,
    oidcProviders: values.OIDC_PROVIDERS ?? [],
    photoStoreUrl: values.PHOTO_STORE_URL,
    checkWebsites: (values.CHECK_WEBSITES ?? (baseUrl.startsWith('https:') ? 'yes' : 'no')) === 'yes',
    trustedProxies: values.TRUSTED_PROXIES.split(',').flatMap((text) => text.trim() || []),
    geocoderUrl: values.GEOCODER_URL,
    contactEmail: values.CONTACT_EMAIL,
    seed: values.SEED,
    logLevel: values.LOG_LEVEL,
  };
}

/** Undefined, which no schema of ours takes, for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
