/** What browsers are told not to do with our answers. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

export interface PolicyOptions {
  /** True where any site may show the page in a frame. */
  framedAnywhere?: boolean;
  /** True for the workbench, whose editor writes style elements of its own and brings fonts inside its styles. */
  editor?: boolean;
  /** The text of each style element that the page holds. */
  styles?: readonly string[];
}

const openFreeMap = 'https://tiles.openfreemap.org';
/** The two style elements that React Aria writes (usePress, usePreventScroll); a browser test tells when they change. */
const ariaStyles = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];
const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** The Content-Security-Policy of an answer: our own files, the basemap and the geocoder that are set up, nothing else. */
export function contentSecurityPolicy(config: PolicySources, options: PolicyOptions = {}): string {
  const basemap = basemapOrigin(config.basemapStyleUrl);
  const outside = [...new Set([basemap, originOf(config.geocoderUrl)])].filter((origin) => origin !== undefined);
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': [
      "'self'",
      ...(options.editor ? ["'unsafe-inline'"] : [...ariaStyles, ...(options.styles ?? [])].map(hashOf)),
    ],
    'font-src': ["'self'", ...(options.editor ? ['data:'] : [])],
    // The map makes pictures of its own out of what it has loaded.
    'img-src': ["'self'", 'data:', 'blob:', ...(basemap ? [basemap] : [])],
    'connect-src': ["'self'", ...outside],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': [options.framedAnywhere ? '*' : "'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

type PolicySources = Pick<Config, 'basemapStyleUrl' | 'geocoderUrl'>;

function basemapOrigin(setting: string): string | undefined {
  if (setting === 'embedded') return undefined;
  return setting === '' ? openFreeMap : originOf(setting);
}

/** Undefined for a path of our own, and for what is no address. */
function originOf(address: string | undefined): string | undefined {
  const url = address ? URL.parse(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** Gives every answer its headers, pages hold the `styles`; a route may put another policy in their place. */
export function registerSecurityHeaders(app: FastifyInstance, config: PolicySources, styles: readonly string[]): void {
  const headers = {
    'content-security-policy': contentSecurityPolicy(config, { styles }),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  };
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(headers);
  });
}
