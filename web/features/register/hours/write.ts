import {
  type Dates,
  daysIn,
  everyDay,
  type Group,
  type Hours,
  isWhole,
  type MonthDay,
  passesMidnight,
  type Range,
  tidied,
} from './model.ts';

export const dayCodes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const monthCodes = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const byAppointment = '"by appointment"';

/** The hours in OpenStreetMap's opening_hours syntax; '' where they are not known. */
export function writeHours(hours: Hours): string {
  switch (hours.kind) {
    case 'unknown':
      return '';
    case 'always':
      return '24/7';
    case 'appointment':
      return byAppointment;
    case 'raw':
      return hours.raw.trim();
    case 'weekly':
      return writeWeekly(hours);
  }
}

/**
 * The usual week, then what differs: a later rule holds on the days that it names. A season begins with "off", so that
 * days which it leaves out are closed, whatever the usual week says.
 */
function writeWeekly({ week, seasons, holidays, holidayRanges, closures, otherwiseByAppointment }: Hours): string {
  const usual = tidied(week);
  const own = seasons.map(({ dates, week }) => ({ dates, week: tidied(week) }));
  const open = own.filter(({ week }) => week.length > 0);
  const shut = [...own.filter(({ week }) => week.length === 0), ...closures].map((season) =>
    'dates' in season ? season.dates : season,
  );
  const rules = [
    writeWeek(usual),
    ...open.map(({ dates, week }, index) => {
      const alone = usual.length === 0 && index === 0;
      return [alone ? '' : `${writeDates(dates)} off`, writeWeek(week, writeDates(dates))].filter(Boolean).join('; ');
    }),
    holidays === 'closed' ? 'PH off' : holidays === 'own' ? writeHolidays(holidayRanges) : '',
    shut.length > 0 ? `${shut.map(writeDates).join(',')} off` : '',
  ].filter(Boolean);
  const said = usual.length + open.length > 0 ? rules.join('; ') : '';
  if (!otherwiseByAppointment) return said;
  return said ? `${said} || ${byAppointment}` : byAppointment;
}

function writeHolidays(ranges: Range[]): string {
  const whole = ranges.filter(isWhole);
  return whole.length > 0 ? `PH ${whole.map(writeRange).join(',')}` : 'PH off';
}

/** After ";" a day's hours end what the evening before left open past midnight; after "," they do not. */
function writeWeek(week: Group[], dates = ''): string {
  const late = week.some(({ ranges }) => ranges.some(passesMidnight));
  return week
    .map(({ days, ranges }) => {
      const named = days.length === 7 ? (dates ? '' : 'Mo-Su') : writeDays(days);
      return [dates, named, ranges.map(writeRange).join(',')].filter(Boolean).join(' ');
    })
    .join(late ? ', ' : '; ');
}

function writeRange({ from, to }: Range): string {
  return `${from}-${to === '00:00' ? '24:00' : to}`;
}

/** `Mo-We,Fr`: two days in a row are named each. */
function writeDays(days: number[]): string {
  const runs: number[][] = [];
  for (const day of everyDay.filter((day) => days.includes(day))) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) => {
      const names = run.map((day) => dayCodes[day]);
      return run.length > 2 ? [`${names[0]}-${names.at(-1)}`] : names;
    })
    .join(',');
}

/** `Apr-Sep`, `Aug 10-24`, `Dec 24-Jan 06`. */
function writeDates({ from, to }: Dates): string {
  const month = ({ month }: MonthDay) => monthCodes[month - 1] ?? '';
  const date = (end: MonthDay) => `${month(end)} ${two(end.day)}`;
  if (from.day === 1 && to.day === daysIn(to.month)) {
    return from.month === to.month ? month(from) : `${month(from)}-${month(to)}`;
  }
  // The 29th is in a whole February; alone it would be the first of March in most years.
  const end = to.month === 2 ? { month: 2, day: Math.min(to.day, 28) } : to;
  if (from.month === end.month && from.day === end.day) return date(from);
  // "Feb 10-28" is read as ending on a day that most years lack; "Feb 10-Feb 28" is not.
  return from.month !== end.month || end.month === 2 ? `${date(from)}-${date(end)}` : `${date(from)}-${two(end.day)}`;
}

const two = (number: number) => String(number).padStart(2, '0');
