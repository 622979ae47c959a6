/** Addresses of the application's plain pages, as the server's routes write them. Every other address is the map's. */
export const appPaths = [
  '/about',
  '/privacy',
  '/accessibility',
  '/embed/configure',
  '/worklist',
  '/still-right',
  '/sign-in',
  '/sign-up',
  '/account',
  '/account/reset',
  '/account/delete',
  '/invitations/:token',
  '/organizations/new',
  '/organizations/:slug',
  '/moderation',
  '/places/new',
  '/places/mine',
  '/places/:slug/claim',
  '/claims/:token',
  '/suggestions/:token',
  '/decisions/:id',
  '/places/:slug/edit',
] as const;

export type AppPath = (typeof appPaths)[number];

/** The pattern that an address belongs to: segments are equal, or the pattern's is `:named`. */
export function appPathOf(pathname: string): AppPath | undefined {
  const segments = pathname.split('/');
  return appPaths.find((path) => {
    const pattern = path.split('/');
    return (
      pattern.length === segments.length &&
      pattern.every((part, position) => part.startsWith(':') || part === segments[position])
    );
  });
}
