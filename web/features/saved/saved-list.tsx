import './saved.css';
import { Bookmark, BookmarkCheck, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { dateText } from '../../lib/format.ts';
import { hoursAt } from '../../lib/hours.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { ShortRow } from '../../ui/short-row.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { PlaceWords } from '../place/words/en.ts';
import { placeWords } from '../place/words.tsx';
import { removePlace, type SavedPlace, savePlace, useSavedPlaces } from './saved.ts';

interface Props {
  onChoose: (slug: string) => void;
  onClose: () => void;
}

/** The places that were saved on this device, in the list's place. */
export function SavedList({ onChoose, onClose }: Props) {
  const { t } = useI18n();
  const words = useWords(placeWords);
  const saved = useSavedPlaces();
  const now = useNow();
  // A place that is taken out stays in sight until the list is left: a slip of the finger is mended there.
  const [shown, setShown] = useState(saved);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const isSaved = ({ place }: SavedPlace) => saved.some((kept) => kept.place.slug === place.slug);
  const rows = [...saved.filter(({ place }) => !shown.some((row) => row.place.slug === place.slug)), ...shown];
  return (
    <section className="saved" aria-labelledby="saved-title">
      <header>
        <h2 id="saved-title" ref={title} tabIndex={-1}>
          {t.menuSaved}
        </h2>
        <Button className="button plain square" aria-label={t.close} onPress={onClose}>
          <X size={22} aria-hidden />
        </Button>
      </header>
      {words && <p className="quiet">{rows.length > 0 ? words.savedWhy : words.nothingSaved}</p>}
      {words && (
        <ul>
          {rows.map((row) => (
            <ShortRow
              key={row.place.slug}
              node={{ ...row.place, openingHours: row.place.openingHours && hoursAt(row.place.openingHours, now) }}
              second={<Second row={row} />}
              aside={
                <Keep
                  row={row}
                  saved={isSaved(row)}
                  words={words}
                  onChange={() => {
                    setShown(rows);
                    if (isSaved(row)) removePlace(row.place.slug);
                    else savePlace(row.place, row.savedAt);
                  }}
                />
              }
              onPress={() => onChoose(row.place.slug)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Second({ row: { place, savedAt } }: { row: SavedPlace }) {
  const { language } = useI18n();
  return (
    <>
      {place.category.label}
      {place.address?.formatted && `, ${place.address.formatted}`}
      <time dateTime={savedAt}>{dateText(savedAt, language)}</time>
    </>
  );
}

function Keep({
  row,
  saved,
  words,
  onChange,
}: {
  row: SavedPlace;
  saved: boolean;
  words: PlaceWords;
  onChange: () => void;
}) {
  return (
    <Button
      className="button plain square"
      aria-label={`${saved ? words.saved : words.save}: ${row.place.name}`}
      aria-pressed={saved}
      onPress={onChange}
    >
      {saved ? <BookmarkCheck size={20} aria-hidden /> : <Bookmark size={20} aria-hidden />}
    </Button>
  );
}
