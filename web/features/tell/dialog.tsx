import './tell.css';
import { Check, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button, Dialog, Form, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { useDraft } from './draft.ts';
import { LongField, ProblemChoice, ShortField } from './fields.tsx';
import type { Telling } from './model.ts';
import { longest, useSend } from './send.ts';
import type { TellWords } from './words/en.ts';
import { tellWords } from './words.ts';

interface Props {
  telling: Telling;
  onClose: () => void;
}

/** Where somebody tells that something is wrong, or missing: choose, perhaps write, send. */
export function TellDialog({ telling, onClose }: Props) {
  const words = useWords(tellWords);
  if (!words) return null;
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="tell">
          <Conversation telling={telling} words={words} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Conversation({ telling, words, onClose }: Props & { words: TellWords }) {
  const { t } = useI18n();
  const { draft, change, forget } = useDraft(telling);
  const { state, problems, send } = useSend(telling, words);
  if (state === 'sent') {
    return (
      <Frame title={words.thanks} words={words} onClose={onClose}>
        <Thanks words={telling.about === 'report' ? words.thanksReport : words.thanksNeed} />
        <footer>
          <Button className="button primary" onPress={onClose}>
            {words.close}
          </Button>
        </footer>
      </Frame>
    );
  }
  const { fields } = problems;
  return (
    <Frame title={telling.about === 'report' ? t.somethingWrong : words.missingHere} words={words} onClose={onClose}>
      <Form
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (state === 'typing') void send(draft).then((sent) => sent && forget());
        }}
      >
        <div className="body">
          {telling.about === 'report' ? (
            <>
              <p className="quiet">{words.about(telling.listing.name)}</p>
              <ProblemChoice
                words={words}
                value={draft.problem}
                problem={fields.problem}
                onChange={(problem) => change({ problem })}
              />
            </>
          ) : (
            <>
              <p className="quiet">{telling.placeName ? words.around(telling.placeName) : words.hereOnTheMap}</p>
              <ShortField
                label={words.whatDidYouLookFor}
                value={draft.lookedFor}
                longest={longest.lookedFor}
                problem={fields.lookedFor}
                onChange={(lookedFor) => change({ lookedFor })}
              />
            </>
          )}
          <LongField
            label={words.words}
            value={draft.words}
            longest={longest.words}
            problem={fields.words}
            onChange={(text) => change({ words: text })}
          />
          <ShortField
            type="email"
            label={words.email}
            why={words.emailWhy}
            value={draft.email}
            longest={longest.email}
            problem={fields.email}
            onChange={(email) => change({ email })}
          />
        </div>
        <footer>
          {problems.whole && (
            <p className="failure" role="alert">
              {problems.whole}
            </p>
          )}
          <Button type="submit" className="button primary" isPending={state === 'sending'}>
            {state === 'sending' ? words.sending : words.send}
          </Button>
        </footer>
      </Form>
    </Frame>
  );
}

function Frame({ title, words, onClose, children }: Omit<Props, 'telling'> & FrameProps) {
  return (
    <>
      <header>
        <Heading slot="title">{title}</Heading>
        <Button className="button plain square" aria-label={words.close} onPress={onClose}>
          <X size={22} aria-hidden />
        </Button>
      </header>
      {children}
    </>
  );
}

interface FrameProps {
  title: string;
  words: TellWords;
  children: ReactNode;
}

/** Takes the focus that the form had, so that what it says is read. */
function Thanks({ words }: { words: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <p className="thanks" ref={place} tabIndex={-1}>
      <Check size={22} aria-hidden />
      {words}
    </p>
  );
}
