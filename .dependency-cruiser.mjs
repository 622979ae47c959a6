/** Features by rank: one imports lower ranks only, and only another's model, policy or service. */
const ranks = [
  ['accounts', 'taxonomy', 'regions', 'hours'],
  ['organizations'],
  ['listings', 'events', 'practices', 'communities'],
  ['geosearch', 'tiles', 'moderation', 'imports', 'exports', 'statistics', 'tell', 'photos', 'views'],
  ['freshness', 'pages'],
];
const any = (names) => `(${names.join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...ranks.slice(0, -1).map((features, rank) => ({
      name: `rank-${rank + 1}`,
      comment: 'A feature imports lower ranks only.',
      severity: 'error',
      from: { path: `^api/features/${any(features)}/` },
      to: { path: `^api/features/${any(ranks.slice(rank + 1).flat())}/` },
    })),
    {
      name: 'other-features-by-their-doors',
      comment: 'Another feature is entered by its model, policy or service, and by its schema for GraphQL types.',
      severity: 'error',
      from: { path: '^api/features/([^/]+)/' },
      to: {
        path: '^api/features/',
        pathNot: ['^api/features/$1/', '/(model|policy|service|schema)\\.ts$', '/[a-z]+-schema\\.ts$'],
      },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^api/platform/' },
      to: { path: '^api/features/' },
    },
    {
      name: 'web-and-api-meet-at-the-schema',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^api/' },
    },
    {
      name: 'web-features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^web/(features|ui|lib)/' },
      to: { path: '^web/app/' },
    },
    {
      name: 'one-file-touches-maplibre',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/features/map/' },
      to: { path: 'node_modules/maplibre-gl/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(api/generated|web/gql)/' },
    parser: 'swc', // TypeScript 7 has no interface for it yet
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
