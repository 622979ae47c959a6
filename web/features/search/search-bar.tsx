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
  /** They had touched where the place will be asked. */
  where: boolean;
}

/** The search. Its suggestions are loaded when they are wanted, or at the first touch; until then a plain field stands in. */
export function SearchBar({ wanted, ...props }: SentenceProps & { wanted: boolean }) {
  const [touched, setTouched] = useState(false);
  const Loaded = useLater(load, wanted || touched);
  const begun = useRef<Begun | null>(null);
  useLayoutEffect(() => {
    if (!Loaded || !begun.current) return;
    handOver(begun.current);
    begun.current = null;
  }, [Loaded]);
  if (Loaded) return <Loaded {...props} />;
  return <PlainSearch {...props} begun={begun} onTouch={() => setTouched(true)} />;
}

/** Nothing that was typed is lost: the sentence's own field continues where the plain one was. */
function handOver({ text, focused, where }: Begun) {
  if (where) document.getElementById('where')?.focus();
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
  onFilters,
}: SentenceProps & { begun: RefObject<Begun | null>; onTouch: () => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const where = useRef(false);
  useLayoutEffect(() => {
    const field = input.current;
    return () => {
      begun.current = field && {
        text: field.value === field.defaultValue ? '' : field.value,
        focused: document.activeElement === field,
        where: where.current,
      };
    };
  }, [begun]);
  const touchWhere = () => {
    where.current = true;
    onTouch();
  };
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
            onFocus={() => {
              where.current = false;
              onTouch();
            }}
          />
        </form>
        <ArrowRight className="arrow" size={18} strokeWidth={2} aria-hidden />
        <span className="object placeholder" style={{ flexGrow: t.withWhat.length + 1 }}>
          {t.withWhat}
        </span>
        {menu}
      </div>
      <div className="where" onPointerDown={touchWhere}>
        <MapIcon size={18} aria-hidden />
        <span className="place placeholder">{near ? (near.name ?? t.yourPosition) : t.inThisArea}</span>
      </div>
    </search>
  );
}
