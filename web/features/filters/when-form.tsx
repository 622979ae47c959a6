import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { isOver, type Moment, momentIn, wallIn, wallOf } from '../../lib/moment.ts';

const clockQuery = graphql(`
  query ClockAt($at: PointInput!) { timezone(at: $at) }
`);

/** Clocks seldom change within a tenth of a degree; coarser points make more questions equal. */
const coarse = (degrees: number) => Number(degrees.toFixed(1));
const dayMs = 86_400_000;

interface Props {
  openAt: Moment | null;
  where: Position;
  onChoose: (moment: Moment) => void;
}

/** A day and an hour by the clock of the part of the world that is looked at. */
export function WhenForm({ openAt, where, onChoose }: Props) {
  const { t } = useI18n();
  const at = { lon: coarse(where.lon), lat: coarse(where.lat) };
  const [{ data, fetching }] = useQuery({ query: clockQuery, variables: { at } });
  // Without an answer the person's own clock is the best guess, and is said to be used.
  const timezone = data?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = new Date();
  const tomorrow = { day: wallIn(timezone, new Date(now.getTime() + dayMs)).day, time: '10:00' };
  const first = openAt ? wallOf(openAt) : tomorrow;
  const [day, setDay] = useState(first.day);
  const [time, setTime] = useState(first.time);
  const [wrong, setWrong] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const moment = momentIn(timezone, day, time);
    if (moment && !isOver(moment, now)) onChoose(moment);
    else setWrong(true);
  };
  return (
    <form className="when-form" onSubmit={choose}>
      <label>
        {t.day}
        <input
          type="date"
          required
          min={wallIn(timezone, now).day}
          max={wallIn(timezone, new Date(now.getTime() + 365 * dayMs)).day}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </label>
      <label>
        {t.hour}
        <input type="time" required value={time} onChange={({ currentTarget }) => setTime(currentTarget.value)} />
      </label>
      <p className="quiet">{t.byTheClockOf(timezone.replaceAll('_', ' '))}</p>
      {wrong && <p role="alert">{t.hourIsOver}</p>}
      <button type="submit" className="button primary" disabled={fetching}>
        {t.showOpenThen}
      </button>
    </form>
  );
}
