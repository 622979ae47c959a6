import './answers.css';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { DecisionQuery } from '../../gql/graphql.ts';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { here, signInAddress } from '../account/addresses.ts';
import { Done, Failed } from '../account/said.tsx';
import { Appeal } from './appeal.tsx';
import type { AnswerWords } from './words/en.ts';
import { answerWords } from './words.ts';

const decisionQuery = graphql(`
  query Decision($id: String, $token: String) {
    viewer { email }
    statement(id: $id, token: $token) {
      id act createdAt facts ground appealedAt appealWords appealDecidedAt appealGranted appealReason
      listing { name slug }
    }
  }
`);

type Statement = NonNullable<DecisionQuery['statement']>;

const named = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
/** The number of one of one's own, or what the letter of somebody without an account carries. */
const asked: { id?: string; token?: string } = /^\d+$/.test(named) ? { id: named } : { token: named };

/** `/decisions/:id`: a statement of reasons (Digital Services Act, article 17), and the appeal against it (article 20). */
export function Decision() {
  const words = useWords(answerWords)?.decision;
  const { t } = useI18n();
  const [{ data, error, fetching }, ask] = useQuery({
    query: decisionQuery,
    variables: asked,
    requestPolicy: 'network-only',
  });
  if (!words) return null;
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <PageLayout title={words.title}>
      <p className="lead">{words.lead}</p>
      {!data && fetching && <p className="quiet">{t.loading}</p>}
      {error && !fetching && !data && (
        <>
          <Failed>{words.failed}</Failed>
          <p>
            <button type="button" className="button line" onClick={again}>
              {t.retry}
            </button>
          </p>
        </>
      )}
      {data && !data.statement && !data.viewer && !asked.token && (
        <>
          <p>{words.signInFirst}</p>
          <p>
            <a className="button primary" href={signInAddress(here())}>
              {words.signIn}
            </a>
          </p>
        </>
      )}
      {data && !data.statement && (data.viewer || asked.token) && <p>{words.missing}</p>}
      {data?.statement && (
        <>
          <Reasons statement={data.statement} words={words} />
          {data.statement.appealedAt ? (
            <Appealed statement={data.statement} words={words} />
          ) : (
            <Appeal asked={asked} words={words} onSent={again} />
          )}
          <p className="quiet">{words.court}</p>
        </>
      )}
    </PageLayout>
  );
}

interface Told {
  statement: Statement;
  words: AnswerWords['decision'];
}

function Reasons({ statement, words }: Told) {
  const { language } = useI18n();
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{words.acts[statement.act]}</h2>
      <dl className="reasons">
        <dt>{words.place}</dt>
        <dd>{statement.listing.name}</dd>
        <dt>{words.decidedAt}</dt>
        <dd>
          {dateText(statement.createdAt, language)}. {words.byPeople}
        </dd>
        <dt>{words.ground}</dt>
        <dd>{words.grounds[statement.ground]}</dd>
        <dt>{words.facts}</dt>
        <dd className="said">{statement.facts}</dd>
      </dl>
    </section>
  );
}

function Appealed({ statement, words }: Told) {
  const outcome = statement.appealGranted ? words.granted : words.denied;
  return (
    <section aria-labelledby="appealed">
      <h2 id="appealed">{words.sent}</h2>
      <p className="said">{statement.appealWords}</p>
      <Done>{statement.appealDecidedAt ? outcome : words.waiting}</Done>
      {statement.appealReason && <p className="said">{statement.appealReason}</p>}
    </section>
  );
}
