/** Reads a listing filter from query parameters: the names of GraphQL's ListingFilter, lists by commas or repeated. */
import { InvalidInput } from '../../platform/errors.ts';
import type { ListingFilter } from '../geosearch/model.ts';
import { wheelchairAccesses } from '../listings/model.ts';
import { actionCodes } from '../taxonomy/model.ts';

type Reader<Value> = (values: string[], name: string) => Value;

const readers: { [Name in keyof ListingFilter]-?: Reader<NonNullable<ListingFilter[Name]>> } = {
  text: one,
  categories: list,
  actions: (values, name) => list(values).map((value) => oneOf(actionCodes, value, name)),
  objects: list,
  openNow: flag,
  openAt: instant,
  includeUnknownHours: flag,
  free: flag,
  wheelchair: (values, name) => list(values).map((value) => oneOf(wheelchairAccesses, value, name)),
  languages: list,
  labels: list,
  sources: list,
  organization: one,
  verifiedSince: instant,
};
const known = new Map<string, Reader<unknown>>(Object.entries(readers));

/** A parameter without a value is as if absent. Throws InvalidInput naming the parameter that is unknown or wrong. */
export function readFilter(query: Readonly<Record<string, unknown>>): ListingFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const read = known.get(name);
    if (!read) throw new InvalidInput(name, `no such parameter; there are ${[...known.keys()].join(', ')}.`);
    const values = [value].flat().map(String).filter(Boolean);
    if (values.length > 0) filter[name] = read(values, name);
  }
  return filter;
}

function one(values: string[], name: string): string {
  const [value] = values;
  if (value === undefined || values.length > 1) throw new InvalidInput(name, 'expected one value.');
  return value;
}

function list(values: string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((item) => item.trim())
    .filter(Boolean);
}

function oneOf<Value extends string>(allowed: readonly Value[], value: string, name: string): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new InvalidInput(name, `"${value}" is none of ${allowed.join(', ')}.`);
  return found;
}

function flag(values: string[], name: string): boolean {
  return oneOf(['true', 'false'], one(values, name), name) === 'true';
}

function instant(values: string[], name: string): Date {
  const value = one(values, name);
  const date = new Date(/^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) {
    throw new InvalidInput(name, 'expected ISO 8601 with a time zone, such as 2026-11-21T16:20:00Z.');
  }
  return date;
}

/** The same filter as a query string, without the question mark; empty for no filter. */
export function writeFilter(filter: ListingFilter): string {
  const texts = Object.entries(filter).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : String(value),
  ]);
  return new URLSearchParams(texts).toString();
}
