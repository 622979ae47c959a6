import { ArrowRight, Map as MapIcon, Search } from 'lucide-react';
import { type ComponentProps, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useLater } from '../../ui/later.ts';
import type { Sentence } from './sentence.tsx';

type SentenceProps = ComponentProps<typeof Sentence>;

const load = async () => (await import('./sentence.tsx')).Sentence;

/** What a person had done in the plain field when the sentence came. */
interface Begun {
  text: string;
  focused: boolean;
}

interface Props extends SentenceProps {
  wanted: boolean;
  /** How often somebody wanted to say where: the field takes the focus, once it is there. */
  whereAsked: number;
  onWhere: () => void;
}

/** The search. Its suggestions are loaded when they are wanted, or at the first touch; until then a plain field stands in. */
export function SearchBar({ wanted, whereAsked, onWhere, ...props }: Props) {
  const [touched, setTouched] = useState(false);
  const Loaded = useLater(load, wanted || touched || whereAsked > 0);
  const begun = useRef<Begun | null>(null);
  useLayoutEffect(() => {
    if (!Loaded || !begun.current) return;
    handOver(begun.current);
    begun.current = null;
  }, [Loaded]);
  useLayoutEffect(() => {
    if (Loaded && whereAsked > 0) document.getElementById('where')?.focus();
  }, [Loaded, whereAsked]);
  if (Loaded) return <Loaded {...props} />;
  return <PlainSearch {...props} begun={begun} onTouch={() => setTouched(true)} onWhere={onWhere} />;
}

/** Nothing that was typed is lost: the sentence's own field continues where the plain one was. */
function handOver({ text, focused }: Begun) {
  const field = document.getElementById('search');
  if (!(field instanceof HTMLInputElement)) return;
  if (focused) field.focus();
  if (!text) return;
  // React listens to the event, and compares with the value that it set itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function PlainSearch({
  filters,
  near,
  menu,
  begun,
  onTouch,
  onWhere,
  onFilters,
}: SentenceProps & { begun: RefObject<Begun | null>; onTouch: () => void; onWhere: () => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const field = input.current;
    return () => {
      begun.current = field && {
        text: field.value === field.defaultValue ? '' : field.value,
        focused: document.activeElement === field,
      };
    };
  }, [begun]);
  const search = () => onFilters({ ...filters, text: input.current?.value.trim() ?? '', actions: [], categories: [] });
  return (
    <search className="sentence">
      <div className="do">
        <Search size={20} strokeWidth={2} aria-hidden />
        <form
          className="what"
          style={{ flexGrow: t.whatToDo.length + 1 }}
          onSubmit={(event) => {
            event.preventDefault();
            search();
          }}
        >
          <input
            ref={input}
            id="search"
            aria-label={t.whatToDo}
            placeholder={t.whatToDo}
            defaultValue={filters.text}
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            onFocus={onTouch}
          />
        </form>
        <ArrowRight className="arrow" size={18} strokeWidth={2} aria-hidden />
        <span className="object placeholder" style={{ flexGrow: t.withWhat.length + 1 }}>
          {t.withWhat}
        </span>
        {menu}
      </div>
      <div className="where" onPointerDown={onWhere}>
        <MapIcon size={18} aria-hidden />
        <span className="place placeholder">{near ? (near.name ?? t.yourPosition) : t.inThisArea}</span>
      </div>
    </search>
  );
}
