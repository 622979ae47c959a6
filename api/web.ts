/** Serves the built web application: its files, and its pages for the addresses that belong to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AppPath } from '../web/app/paths.ts';
import { configureWords } from '../web/embed/configure/words.ts';
import { accountWords } from '../web/features/account/words.ts';
import { answerWords } from '../web/features/answers/words.ts';
import { claimWords } from '../web/features/claim/words.ts';
import { freshnessWords } from '../web/features/freshness/words.ts';
import { mineWords } from '../web/features/mine/words.ts';
import { moderationWords } from '../web/features/moderation/words.ts';
import { organizationWords } from '../web/features/organizations/words.ts';
import { registerWords } from '../web/features/register/words.ts';
import { statementWords } from '../web/features/statements/words.ts';
import type { PlainPage } from './features/pages/model.ts';
import { languages } from './features/taxonomy/model.ts';
import type { Config } from './platform/config.ts';
import { contentSecurityPolicy } from './platform/security.ts';

const built = join(import.meta.dirname, '../dist/web');
const year = 365 * 24 * 3600;

type WordsOf = PlainPage['words'];
const listed = (words: WordsOf): PlainPage => ({ words, unlisted: false });
const unlisted = (words: WordsOf): PlainPage => ({ words, unlisted: true });

/** How each plain page of the application begins, in its own words. */
export const plainPages = {
  '/about': listed(async (language) => (await statementWords[language]()).about),
  '/privacy': listed(async (language) => (await statementWords[language]()).privacy),
  '/accessibility': listed(async (language) => (await statementWords[language]()).accessibility),
  '/embed/configure': listed((language) => configureWords[language]()),
  '/worklist': listed(async (language) => (await freshnessWords[language]()).worklist),
  '/still-right': unlisted(async (language) => (await freshnessWords[language]()).stillRight),
  '/sign-in': unlisted(async (language) => (await accountWords[language]()).signIn),
  '/sign-up': unlisted(async (language) => (await accountWords[language]()).signUp),
  '/account': unlisted(async (language) => (await accountWords[language]()).account),
  '/account/reset': unlisted(async (language) => (await accountWords[language]()).reset),
  '/account/delete': unlisted(async (language) => (await accountWords[language]()).remove),
  '/invitations/:token': unlisted(async (language) => (await organizationWords[language]()).invitation),
  '/organizations/new': unlisted(async (language) => (await organizationWords[language]()).create),
  '/organizations/:slug': unlisted(async (language) => (await organizationWords[language]()).page),
  '/moderation': unlisted((language) => moderationWords[language]()),
  '/places/new': listed(async (language) => (await registerWords[language]()).create),
  '/places/mine': unlisted((language) => mineWords[language]()),
  '/places/:slug/claim': unlisted(async (language) => (await claimWords[language]()).page),
  '/claims/:token': unlisted(async (language) => (await claimWords[language]()).proof),
  '/suggestions/:token': unlisted(async (language) => (await answerWords[language]()).suggestion),
  '/decisions/:id': unlisted(async (language) => (await answerWords[language]()).decision),
  '/places/:slug/edit': unlisted(async (language) => {
    const { titleOfNone: title, lead } = (await registerWords[language]()).edit;
    return { title, lead };
  }),
} satisfies Record<AppPath, PlainPage>;

export async function registerWeb(app: FastifyInstance, config: Config): Promise<void> {
  app.get('/config.json', async (_, reply) => {
    reply.header('cache-control', 'no-cache');
    const { basemapStyleUrl, baseUrl, contactEmail } = config;
    const signInWith = config.oidcProviders.map(({ id, name }) => ({ id, name }));
    return { basemapStyleUrl, baseUrl, contactEmail, languages, signInWith };
  });
  if (!existsSync(built)) return; // the API alone: tests of the API, or `npm run dev`, where Vite serves the web
  await app.register(fastifyStatic, {
    root: built,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.includes('/assets/'); // Vite names these by their content
      reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    },
  });
  app.get('/index.html', (_, reply) => reply.redirect('/', 301));
  app.get('/embed/', (_, reply) => reply.redirect('/embed', 301));
  app.get('/embed', (_, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy(config, { framedAnywhere: true }))
      .sendFile('embed/index.html'),
  );
  app.get('/explore/', (_, reply) => reply.redirect('/explore', 301));
  app.get('/explore', (_, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy(config, { editor: true }))
      .sendFile('explore/index.html'),
  );
}
