import type { Plugin } from 'vite';
import { appPathOf } from './paths.ts';

/** In development, answers the plain pages' addresses as the server does. */
export function plainPages(): Plugin {
  return {
    name: 'plain-pages',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        if (appPathOf(new URL(request.url ?? '/', 'http://dev').pathname)) request.url = '/page.html';
        next();
      });
    },
  };
}
