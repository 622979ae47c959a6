import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import type { SamePlaceFragment } from '../../gql/graphql.ts';
import { momentText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { here, signInAddress } from '../account/addresses.ts';
import { AboutStep } from './about-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { Done } from './done.tsx';
import { emptyDraft } from './draft.ts';
import { Duplicates, LikelyDuplicates } from './duplicates.tsx';
import { Faults } from './faults.tsx';
import { FormContext, fieldId, type Problems } from './form.ts';
import { HoursStep } from './hours-step.tsx';
import { type Base, useKeptDraft } from './kept.ts';
import { MergeView } from './merge-view.tsx';
import { OffersStep } from './offers-step.tsx';
import { Progress } from './progress.tsx';
import { viewerQuery } from './queries.ts';
import { ReviewStep } from './review-step.tsx';
import { type Edited, type Outcome, type Sender, type Sent, type Stale, useSend } from './send.ts';
import { type StepName, steps } from './steps.ts';
import { WhatStep } from './what-step.tsx';
import { WhereStep } from './where/step.tsx';
import { WithoutAccount } from './without-account.tsx';
import type { RegisterWords } from './words/en.ts';

export interface Subject extends Edited {
  /** What is said of it now. */
  base: Base;
  /** A moderator decides on what is sent. */
  suggests: boolean;
}

interface Props {
  words: RegisterWords;
  /** Null for a place that is not there yet. */
  subject: Subject | null;
}

/** The form in its parts, with what was typed kept on the device until it is sent. */
export function RegisterForm({ words, subject }: Props) {
  const { language } = useI18n();
  const [{ data }] = useQuery({ query: viewerQuery, variables: {} });
  const base = subject?.base ?? null;
  const first = base?.content ?? emptyDraft;
  const { kept, foundFrom, unkept, change, goTo, forget, restart } = useKeptDraft(subject?.slug ?? 'new', first, base);
  const { draft, step } = kept;
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [duplicates, setDuplicates] = useState<{ found: SamePlaceFragment[]; sendAnyway: () => void } | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const { sending, send, mail } = useSend(words);
  const title = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<string | null>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step && !wanted.current) return;
    shown.current = step;
    const field = wanted.current && document.getElementById(fieldId(wanted.current));
    wanted.current = null;
    (field || title.current)?.focus();
    if (!field) window.scrollTo({ top: 0 });
  });
  const show = (next: StepName, field: string | null = null) => {
    wanted.current = field;
    if (next === step && field) document.getElementById(fieldId(field))?.focus();
    else goTo(next);
  };
  /** `sendAnyway`: the same, where the places that it looks like were looked at. */
  const deliver = (outcome: Outcome, sendAnyway: () => void) => {
    setFailure(outcome.kind === 'failed' ? outcome.message : null);
    setProblems(outcome.kind === 'problems' ? outcome.problems : {});
    setDuplicates(outcome.kind === 'duplicates' ? { found: outcome.duplicates, sendAnyway } : null);
    if (outcome.kind === 'stale') setStale(outcome.stale);
    else if (outcome.kind === 'sent') {
      forget();
      setSent(outcome.sent);
    }
  };
  const submit = async (handIn: boolean, distinct = false) => {
    if (!sending) deliver(await send(kept, subject, handIn, distinct), () => void submit(handIn, true));
  };
  const mailIn = async (sender: Sender, distinct = false) => {
    if (!sending) deliver(await mail(kept, subject, sender, distinct), () => void mailIn(sender, true));
  };
  const index = steps.indexOf(step);
  const next = steps[index + 1];
  const before = steps[index - 1];
  const signedOut = data !== undefined && data.viewer === null;
  const organizations = data?.viewer?.organizations.map(({ organization }) => organization) ?? [];
  const partProps = { draft, change };

  if (sent) {
    return (
      <Done
        words={words}
        sent={sent}
        onAnother={() => {
          setSent(null);
          restart(emptyDraft, null);
        }}
      />
    );
  }
  return (
    <FormContext value={{ words, problems }}>
      <div className="register">
        <Progress step={step} onStep={(name) => show(name)} />
        {foundFrom && (
          <p className="form-notice" role="status">
            {words.found(momentText(foundFrom, language))}{' '}
            <button
              type="button"
              className="button line"
              onClick={() => {
                setProblems({});
                restart(first, base);
              }}
            >
              {words.throwAway}
            </button>
          </p>
        )}
        {stale ? (
          <MergeView
            mine={draft}
            stale={stale}
            onMerged={(merged) => {
              restart(merged, { revision: stale.revision, content: stale.current });
              setStale(null);
              goTo('review');
              change(merged);
            }}
          />
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (next) show(next);
            }}
          >
            <h2 className="form-title" ref={title} tabIndex={-1}>
              {words.titles[step]}
            </h2>
            <p className="form-lead">{words.leads[step]}</p>
            <Faults problems={problems} onStep={show} />
            <div className="form-fields">
              {step === 'what' && <WhatStep {...partProps} organizations={organizations} />}
              {step === 'where' && <WhereStep {...partProps} before={kept.base?.content ?? null} />}
              {step === 'offers' && <OffersStep {...partProps} />}
              {step === 'hours' && <HoursStep {...partProps} />}
              {step === 'contact' && <ContactStep {...partProps} />}
              {step === 'about' && <AboutStep {...partProps} />}
              {step === 'review' && <ReviewStep draft={draft} onStep={(name) => show(name)} />}
            </div>
            {duplicates ? (
              <div role="alert">
                <Duplicates duplicates={duplicates.found} />
                <button type="button" className="button primary" onClick={duplicates.sendAnyway}>
                  {words.duplicates.noneOfThese}
                </button>
              </div>
            ) : (
              (step === 'what' || step === 'where' || step === 'contact') && (
                <LikelyDuplicates draft={draft} except={subject?.id ?? null} />
              )
            )}
            {failure && (
              <p className="form-failure" role="alert">
                {failure}
              </p>
            )}
            {step === 'review' && <p className="quiet">{words.review.licence}</p>}
            {step === 'review' && signedOut && (
              <>
                <div className="form-notice">
                  <p>{words.review.signInFirst}</p>
                  <a className="button primary" href={signInAddress(here())}>
                    {words.review.signIn}
                  </a>
                </div>
                <WithoutAccount sending={sending} onSend={(sender) => void mailIn(sender)} />
              </>
            )}
            <div className="form-foot">
              {before && (
                <button type="button" className="button line" onClick={() => show(before)}>
                  <ArrowLeft size={18} aria-hidden />
                  <span>{words.steps[before]}</span>
                </button>
              )}
              <p className="quiet" role="status">
                {unkept ? (
                  words.notKept
                ) : kept.savedAt ? (
                  <>
                    <Check size={16} aria-hidden /> {words.keptHere}
                  </>
                ) : (
                  ''
                )}
              </p>
              {next ? (
                <button type="submit" className="button primary">
                  {words.next(words.steps[next])}
                  <ArrowRight size={18} aria-hidden />
                </button>
              ) : (
                !signedOut && (
                  <>
                    {(!subject || subject.draft) && (
                      <button
                        type="button"
                        className="button line"
                        aria-disabled={sending}
                        onClick={() => void submit(false)}
                      >
                        {words.review.keepDraft}
                      </button>
                    )}
                    <button
                      type="button"
                      className="button primary"
                      aria-disabled={sending}
                      onClick={() => void submit(true)}
                    >
                      {sending ? words.review.sending : subject?.suggests ? words.review.suggest : words.review.send}
                    </button>
                  </>
                )
              )}
            </div>
          </form>
        )}
      </div>
    </FormContext>
  );
}
