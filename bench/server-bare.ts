/** What the application is measured against: Fastify, `pg` and the application's own statement, nothing between them. */
import Fastify from 'fastify';
import pg from 'pg';
import { type Template, valuesAt } from './statement.ts';

// Handed over by run.ts, which writes all three.
const { BENCH_DATABASE_URL, BENCH_TEMPLATE = '', PORT } = process.env;
const template = JSON.parse(BENCH_TEMPLATE) as Template;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: 10 });
const app = Fastify();

app.get<{ Querystring: { lon: string; lat: string } }>('/nearest', async ({ query: { lon, lat } }) => {
  const { rows } = await pool.query({
    text: template.text,
    values: valuesAt(template, { lon: Number(lon), lat: Number(lat) }),
  });
  return rows.slice(0, 20); // the statement reads one more, to know whether there is a next page
});

await app.listen({ port: Number(PORT), host: '127.0.0.1' });
