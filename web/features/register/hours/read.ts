import {
  type Dates,
  daysIn,
  everyDay,
  type Group,
  type Hours,
  type MonthDay,
  minutesOf,
  noHours,
  overlap,
  passesMidnight,
  type Range,
  rangesOn,
  tidied,
} from './model.ts';
import { byAppointment, dayCodes, monthCodes } from './write.ts';

const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const time = '\\d{1,2}:\\d{2}';
const date = `(?:${monthCodes.join('|')})(?: ?\\d{1,2}\\b)?`;
const list = (item: string) => `${item}(?: ?, ?${item})*`;
const datesPattern = `${date}(?: ?- ?(?:${date}|\\d{1,2}\\b))?`;
const rulePattern = new RegExp(
  `^(?<dates>${list(datesPattern)})?:? ?(?<days>${list(`${day}(?: ?- ?${day})?`)})?:? ?(?<times>off|closed|${list(`${time} ?- ?${time}`)})$`,
  'i',
);
const rulesApart = /(?<=\d:\d\d|off|closed) ?(,) ?(?=[a-z])|(;)/i;

/**
 * Opening hours for the editor: `weekly` where it can say exactly the same, else `raw` with the text as it was. Written
 * for what people write; whatever is in doubt stays a text.
 */
export function readHours(text: string): Hours {
  const plain = text.replace(/\s+/g, ' ').replace(/^ |[ ;]+$/g, '');
  if (plain === '') return noHours;
  if (plain === '24/7') return { ...noHours, kind: 'always' };
  if (plain.toLowerCase() === byAppointment) return { ...noHours, kind: 'appointment' };
  return readWeekly(plain) ?? { ...noHours, kind: 'raw', raw: text };
}

interface Rule {
  /** A rule after "," adds to those before it; another replaces them on its days. */
  adds: boolean;
  dates: Dates[];
  days: number[];
  holidays: boolean;
  /** Empty: closed. */
  ranges: Range[];
}

function readWeekly(plain: string): Hours | null {
  const beside = / ?\|\| ?"by appointment"$/i;
  const rules = readRules(plain.replace(beside, ''));
  if (!rules) return null;
  const hours: Hours = {
    ...noHours,
    kind: 'weekly',
    otherwiseByAppointment: beside.test(plain),
  };
  for (const rule of rules) {
    if (!inOrder(hours, rule)) return null;
    if (rule.holidays && !applyHolidays(hours, rule)) return null;
    if (rule.dates.length > 0 ? !applyDates(hours, rule) : rule.days.length > 0 && !applyUsual(hours, rule))
      return null;
  }
  return settled(hours);
}

/** A rule holds over all before it: usual days come first, then seasons, then public holidays, then closures. */
function inOrder({ seasons, holidays }: Hours, rule: Rule): boolean {
  const holidaysSaid = holidays !== 'usual';
  if (rule.dates.length > 0) return !rule.holidays && (!holidaysSaid || shuts(rule));
  if (rule.days.length > 0 && (seasons.length > 0 || (holidaysSaid && !rule.holidays))) return false;
  return !rule.holidays || rule.ranges.length === 0 || seasons.every(({ week }) => week.length > 0);
}

/** Closed on some dates, whatever the weekday. */
const shuts = ({ days, ranges }: Rule) => ranges.length === 0 && days.length === 7;

function applyUsual(hours: Hours, rule: Rule): boolean {
  const week = withRule(hours.week, rule);
  if (week) hours.week = week;
  return week !== null;
}

function applyDates(hours: Hours, rule: Rule): boolean {
  if (shuts(rule)) {
    if (rule.adds || rule.dates.some((dates) => hours.seasons.some((season) => overlap(season.dates, dates))))
      return false;
    hours.seasons = [...hours.seasons, ...rule.dates.map((dates) => ({ dates, week: [] }))];
    return true;
  }
  for (const dates of rule.dates) {
    const same = hours.seasons.find((season) => JSON.stringify(season.dates) === JSON.stringify(dates));
    if (!same && hours.seasons.some((season) => overlap(season.dates, dates))) return false;
    // Days that it does not name keep their usual hours; what the evening before leaves open is hard to say of them.
    if (!same && hours.week.some(({ ranges }) => ranges.some(passesMidnight))) return false;
    if (!same && rule.adds && hours.week.length > 0) return false;
    const week = withRule(same ? same.week : hours.week, rule);
    if (!week) return false;
    if (same) same.week = week;
    else hours.seasons = [...hours.seasons, { dates, week }];
  }
  return true;
}

function applyHolidays(hours: Hours, { ranges, adds }: Rule): boolean {
  if (adds && ranges.length > 0) return false;
  hours.holidays = ranges.length === 0 ? 'closed' : 'own';
  hours.holidayRanges = ranges;
  return true;
}

/** The week after a rule; null where that is not simply other hours on its days. */
function withRule(week: Group[], { adds, days, ranges }: Rule): Group[] | null {
  const before = everyDay.map((day) => rangesOn(week, day));
  for (const day of days) {
    const evening = before[(day + 6) % 7] ?? [];
    if (!adds && !days.includes((day + 6) % 7) && evening.some(passesMidnight)) return null;
    if (adds && (before[day] ?? []).length > 0) return null;
  }
  return before.map((old, day) => ({ days: [day], ranges: days.includes(day) ? ranges : old }));
}

/** As the editor shows it: seasons without any hours are closures. */
function settled(hours: Hours): Hours | null {
  const seasons = hours.seasons.map(({ dates, week }) => ({ dates, week: tidied(week) }));
  const week = tidied(hours.week);
  const open = seasons.filter((season) => season.week.length > 0);
  if (week.length + open.length === 0) return null;
  return {
    ...hours,
    week,
    seasons: open,
    closures: seasons.filter((season) => season.week.length === 0).map(({ dates }) => dates),
  };
}

function readRules(text: string): Rule[] | null {
  const parts = text.split(rulesApart).filter((part) => part !== undefined);
  const rules: Rule[] = [];
  let adds = false;
  for (const part of parts) {
    if (part === ',' || part === ';') {
      adds = part === ',';
      continue;
    }
    if (part.trim() === '') continue;
    const rule = readRule(part.trim(), adds);
    if (!rule) return null;
    rules.push(rule);
  }
  return rules;
}

function readRule(text: string, adds: boolean): Rule | null {
  const { dates, days, times } = rulePattern.exec(text)?.groups ?? {};
  if (!times) return null;
  const ranges = /^\d/.test(times) ? times.split(',').map(readRange) : [];
  const seasons = dates ? listOf(dates).map(readDates) : [];
  if (ranges.includes(null) || seasons.includes(null)) return null;
  const names = days ? listOf(days) : [];
  const weekdays = names.filter((name) => !/PH/i.test(name)).map(readDays);
  if (names.some((name) => /PH/i.test(name) && name.includes('-'))) return null;
  return {
    adds,
    dates: seasons.filter((season) => season !== null),
    days: names.length > 0 ? everyDay.filter((day) => weekdays.some((days) => days.includes(day))) : everyDay,
    holidays: names.some((name) => /PH/i.test(name)),
    ranges: ranges.filter((range) => range !== null),
  };
}

const listOf = (text: string) => text.split(',').map((item) => item.trim());

function readRange(text: string): Range | null {
  const [from = '', end = ''] = text
    .trim()
    .split(/ ?- ?/)
    .map((time) => time.padStart(5, '0'));
  const [start, until] = [minutesOf(from), minutesOf(end)];
  if (start >= 1440 || until > 2880 || Number(from.slice(3)) > 59 || Number(end.slice(3)) > 59) return null;
  const length = until <= start ? until + 1440 - start : until - start;
  // As long as a day, and not from midnight to midnight: too odd to be sure of.
  if (length > 1440 || (length === 1440 && start !== 0) || (until === start && start === 0)) return null;
  const to = until % 1440;
  return { from, to: `${String(Math.floor(to / 60)).padStart(2, '0')}:${end.slice(3)}` };
}

/** `Fr-Mo` goes over the weekend. */
function readDays(text: string): number[] {
  const [first = 0, last = first] = text.split(/ ?- ?/).map((name) => dayCodes.findIndex((code) => same(code, name)));
  return everyDay.filter((day) => (first <= last ? first <= day && day <= last : first <= day || day <= last));
}

function readDates(text: string): Dates | null {
  const [first = '', last] = text.split(/ ?- ?/);
  const from = readDate(first, 'first');
  if (!from) return null;
  const wholeMonths = !/\d/.test(first);
  if (last === undefined) return wholeMonths ? { from, to: { ...from, day: daysIn(from.month) } } : { from, to: from };
  if (wholeMonths !== !/[\d]/.test(last)) return null;
  if (/^\d/.test(last) && from.month === 2) return null; // see write.ts
  const to = /^\d/.test(last) ? valid({ month: from.month, day: Number(last) }) : readDate(last, 'last');
  return to && { from, to };
}

function readDate(text: string, end: 'first' | 'last'): MonthDay | null {
  const month = monthCodes.findIndex((code) => same(code, text.slice(0, 3))) + 1;
  const number = text.slice(3).trim();
  return valid({ month, day: number ? Number(number) : end === 'first' ? 1 : daysIn(month) });
}

/** The 29th of February is the first of March in most years: only a whole February has it. */
const valid = (date: MonthDay): MonthDay | null =>
  date.month > 0 && date.day > 0 && date.day <= daysIn(date.month) ? date : null;

const same = (one: string, other: string) => one.toLowerCase() === other.trim().toLowerCase();
