import { builder } from '../../builder.ts';
import type { Holiday, Hours, Interval } from './model.ts';
import { openingHoursView } from './service.ts';

export const OpenStateEnum = builder.enumType('OpenState', {
  description: 'Whether a place is open. UNKNOWN is not CLOSED: nobody said, or it depends.',
  values: {
    OPEN: { description: 'Open.' },
    CLOSED: { description: 'Closed.' },
    UNKNOWN: { description: 'Nobody said, or it depends, as with "by appointment" or "from sunrise".' },
  } as const,
});

const IntervalType = builder.objectRef<Interval>('Interval');

builder.objectType(IntervalType, {
  description: 'A stretch of time in which a place is open, or may be.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Its first instant.', resolve: ({ from }) => from }),
    to: t.field({ type: 'DateTime', description: 'The instant at which it is over.', resolve: ({ to }) => to }),
    state: t.field({ type: OpenStateEnum, description: 'OPEN or UNKNOWN.', resolve: ({ state }) => state }),
    comment: t.exposeString('comment', {
      nullable: true,
      description: 'What the hours say beside the time: "by appointment".',
    }),
  }),
});

const HolidayType = builder.objectRef<Holiday>('Holiday');

builder.objectType(HolidayType, {
  description: 'A public holiday where a place is.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'Its day there, ISO 8601: `2026-12-08`.' }),
    name: t.exposeString('name', { description: 'As it is called there, such as "Immacolata Concezione".' }),
  }),
});

export const OpeningHoursType = builder.objectRef<Hours>('OpeningHours');

builder.objectType(OpeningHoursType, {
  description:
    'When a place is open, public holidays included. In a clock change, an hour that is skipped does not happen and one that is repeated happens twice.',
  fields: (t) => ({
    osm: t.exposeString('osm', { description: "As written, in the syntax of OpenStreetMap's opening_hours." }),
    timezone: t.exposeString('timezone', { description: 'IANA name of the time zone, such as "Europe/Rome".' }),
    state: t.field({
      type: OpenStateEnum,
      description: 'Whether it is open at an instant.',
      args: { at: t.arg({ type: 'DateTime', description: 'Left out: now.' }) },
      resolve: (hours, { at }, { now }) => openingHoursView(hours).state(at ?? now),
    }),
    intervals: t.field({
      type: [IntervalType],
      description:
        'When it is open or may be, in order, cut to the time asked for. At most 370 days and 1,000 intervals.',
      args: {
        from: t.arg({ type: 'DateTime', required: true, description: 'First instant.' }),
        to: t.arg({ type: 'DateTime', required: true, description: 'The instant after the last; later than `from`.' }),
      },
      resolve: (hours, { from, to }) => openingHoursView(hours).intervals(from, to),
    }),
    holidays: t.field({
      type: [HolidayType],
      description: 'Public holidays there, in order, whether the hours speak of them or not. At most 370 days.',
      args: {
        from: t.arg({ type: 'DateTime', required: true, description: 'First instant.' }),
        to: t.arg({ type: 'DateTime', required: true, description: 'The instant after the last; later than `from`.' }),
      },
      resolve: (hours, { from, to }) => openingHoursView(hours).holidays(from, to),
    }),
    nextChange: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the state next changes; null if it does not within 370 days.',
      args: { at: t.arg({ type: 'DateTime', description: 'Counted from here; left out: from now.' }) },
      resolve: (hours, { at }, { now }) => openingHoursView(hours).nextChange(at ?? now),
    }),
  }),
});
