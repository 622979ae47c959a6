import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLater } from '../../ui/later.ts';
import { usePlaceWords } from './words.tsx';

const load = async () => (await import('./history-list.tsx')).HistoryList;

/** What changed about a place: asked for when somebody wants to know. */
export function History({ slug }: { slug: string }) {
  const words = usePlaceWords();
  const [open, setOpen] = useState(false);
  const List = useLater(load, open);
  return (
    <section className="history">
      <h2>
        <Button aria-expanded={open} onPress={() => setOpen(!open)}>
          {words.whatChanged}
          <ChevronDown size={18} aria-hidden />
        </Button>
      </h2>
      {open && List && <List slug={slug} />}
    </section>
  );
}
