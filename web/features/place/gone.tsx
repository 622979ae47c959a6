import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { ClosedPlaceQuery } from '../../gql/graphql.ts';
import { dateText, distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { ShortRow } from '../../ui/short-row.tsx';
import { usePlaceWords } from './words.tsx';

const closedQuery = graphql(`
  query ClosedPlace($slug: String!, $language: Language!) {
    closedListing(slug: $slug) {
      name
      closedAt
      location { lon lat }
      category { slug label(language: $language) }
    }
  }
`);

const othersQuery = graphql(`
  query OthersNearby($near: NearInput!, $categories: [String!]!, $language: Language!) {
    listings(near: $near, where: { categories: $categories }, first: 3) {
      edges {
        distanceMeters
        node {
          slug
          name
          status
          category { icon label(language: $language) group { slug } }
          openingHours { state }
        }
      }
    }
  }
`);

type Closed = NonNullable<ClosedPlaceQuery['closedListing']>;
const reachMeters = 20_000;

/** A place that is not there: closed for good, with others near it; or nothing that we know of. */
export function Gone({ slug, onPlace }: { slug: string; onPlace: (slug: string) => void }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  const [{ data, fetching }] = useQuery({ query: closedQuery, variables: { slug, language } });
  const closed = data?.closedListing;
  if (fetching && !data) return null;
  if (!closed) {
    return (
      <div role="alert">
        <h1>{t.placeNotFound}</h1>
        <p>{t.placeNotFoundWhy}</p>
      </div>
    );
  }
  return (
    <>
      <div role="alert">
        <h1>{closed.name}</h1>
        <p>{words.closedForGood(dateText(closed.closedAt, language))}</p>
      </div>
      <Others closed={closed} onPlace={onPlace} />
    </>
  );
}

function Others({ closed, onPlace }: { closed: Closed; onPlace: (slug: string) => void }) {
  const { language } = useI18n();
  const words = usePlaceWords();
  const { lon, lat } = closed.location;
  const [{ data }] = useQuery({
    query: othersQuery,
    variables: { near: { lon, lat, radiusMeters: reachMeters }, categories: [closed.category.slug], language },
  });
  if (!data) return null;
  return (
    <section>
      <h2>{words.nearby}</h2>
      {data.listings.edges.length === 0 && <p className="note quiet">{words.noneNearby}</p>}
      <ul>
        {data.listings.edges.map(({ distanceMeters, node }) => (
          <ShortRow
            key={node.slug}
            node={node}
            aside={typeof distanceMeters === 'number' ? distanceText(distanceMeters, language) : null}
            onPress={() => onPlace(node.slug)}
          />
        ))}
      </ul>
    </section>
  );
}
