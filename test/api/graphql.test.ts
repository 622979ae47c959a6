import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { schema } from '../../api/schema.ts';
import { testApp } from '../support/app.ts';

const { app, ask } = await testApp();

it('schema.graphql is the schema', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');
  expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
});

it('every type, field, argument and enum value is described', () => {
  const undescribed: string[] = [];
  const check = (name: string, item: { description?: string | null }) => {
    if (!item.description) undescribed.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    check(type.name, type);
    if ('getFields' in type) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const argument of 'args' in field ? field.args : [])
          check(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
    if ('getValues' in type) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
  }
  expect(undescribed).toEqual([]);
});

describe('GraphQL over HTTP', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const musts = serverAudits({ url: `${address}/graphql` }).filter(({ name }) => name.startsWith('MUST'));

  it('has audits to pass', () => expect(musts.length).toBeGreaterThan(10));

  it.each(musts.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('limits name themselves and say how to get under them', () => {
  const nested = (depth: number) => `{ objectTypes ${'{ children '.repeat(depth)} { slug } ${'}'.repeat(depth)} }`;

  it.each([
    ['depth', nested(20), /20 fields deep|2\d fields deep; the limit is/],
    [
      'aliases',
      `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      /40 aliases; the limit is 30/,
    ],
    ['tokens', `{ ${'__typename '.repeat(5000)} }`, /token/],
    ['cost', nested(6), /costs about \d+; the limit is/],
  ])('%s', async (limit, query, message) => {
    const { errors } = await ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.limit).toBe(limit);
  });

  it('the size of a request', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: `{ __typename } # ${'x'.repeat(300_000)}` },
    });
    expect(response.statusCode).toBe(413);
  });

  it('aliases hidden in fragments count where they are spread', async () => {
    const { errors } = await ask(`
      { ...a ...a ...a ...a }
      fragment a on Query { ${Array.from({ length: 10 }, (_, i) => `a${i}: __typename`).join(' ')} }`);
    expect(errors?.[0]?.extensions.limit).toBe('aliases');
  });

  it("leaves room for GraphiQL's own introspection", async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { data, errors } = await ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
  });
});
