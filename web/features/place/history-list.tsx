import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { PlaceHistoryQuery } from '../../gql/graphql.ts';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { usePlaceWords } from './words.tsx';

const historyQuery = graphql(`
  query PlaceHistory($slug: String!) {
    listing(slug: $slug) {
      id
      revisions(first: 12) { nodes { id at kind actorRole changedFields source { name } } }
    }
  }
`);

type Revision = NonNullable<PlaceHistoryQuery['listing']>['revisions']['nodes'][number];

/** The latest changes, each with its day and, by their role, who made it. */
export function HistoryList({ slug }: { slug: string }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  const [{ data, error }, execute] = useQuery({ query: historyQuery, variables: { slug } });
  if (error && !data) {
    return (
      <p className="note" role="alert">
        {words.historyFailed}{' '}
        <Button className="button line" onPress={() => execute({ requestPolicy: 'network-only' })}>
          {t.retry}
        </Button>
      </p>
    );
  }
  if (!data) return <p className="note quiet">{t.loading}</p>;
  const who = ({ actorRole, source }: Revision) =>
    actorRole === 'IMPORT' ? words.from(source?.name ?? '?') : words.by[actorRole];
  const what = ({ changedFields }: Revision) =>
    [...new Set(changedFields.flatMap((field) => t.fieldNames[field] ?? words.moreFields[field] ?? []))].join(', ');
  return (
    <ul className="changes">
      {data.listing?.revisions.nodes.map((revision) => (
        <li key={revision.id}>
          <time dateTime={revision.at}>{dateText(revision.at, language)}</time>
          <span>
            <b>{(revision.kind === 'UPDATED' && what(revision)) || words.changes[revision.kind]}</b> {who(revision)}
          </span>
        </li>
      ))}
    </ul>
  );
}
