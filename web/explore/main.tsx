/** The workbench for the API: GraphiQL, served by us, with a worked query to begin with. */
import 'graphiql/setup-workers/vite';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './explore.css';

const firstQuery = `# Who repairs bicycles near Firenze's station, nearest first?
{
  listings(
    near: { lon: 11.2486, lat: 43.7765, radiusMeters: 2000 }
    where: { actions: [REPAIR], objects: ["bicycle"] }
    first: 10
  ) {
    totalCount
    edges {
      distanceMeters
      node {
        name
        category { label(language: en) }
        openingHours { state nextChange }
        sources { source { name } licence fetchedAt }
      }
    }
  }
}
`;

const container = document.getElementById('explore');
if (container) {
  createRoot(container).render(
    <GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} defaultQuery={firstQuery} />,
  );
}
