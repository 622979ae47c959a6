import { builder } from '../../builder.ts';
import { ListingType } from '../listings/schema.ts';
import { viewsThisMonth } from './service.ts';

builder.objectField(ListingType, 'viewsThisMonth', (t) =>
  t.loadable({
    type: 'Int',
    nullable: true,
    complexity: 2,
    description:
      'How often its page was opened since the month began in UTC, robots left out as far as they say what they are. Null but for those who look after the place.',
    authScopes: { signedIn: true },
    unauthorizedResolver: () => null,
    load: (ids: number[], context) => viewsThisMonth(context, ids),
    resolve: ({ id }) => id,
  }),
);
