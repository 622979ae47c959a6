import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

it('gives every one of many questions at once its own answer, beside transactions and failures', async () => {
  const alone = async (i: number) => {
    const [row] = await database.query<{ answer: number }>(sql`select ${i}::integer as answer`);
    expect(row).toEqual({ answer: i });
  };
  const withMore = async (i: number) => {
    const rows = await database.query<{ twice: string; text: string }>(
      sql`select (n * 2)::text as twice, ${'x'.repeat(i * 900)}::text as text from generate_series(1, ${i}::integer) n`,
    );
    expect(rows.map(({ twice }) => Number(twice))).toEqual(Array.from({ length: i }, (_, n) => (n + 1) * 2));
  };
  const inTransaction = (i: number) =>
    database.transaction(async (transaction) => {
      await transaction.query(sql`set local statement_timeout = 5000`);
      const [row] = await transaction.query<{ slug: string }>(
        sql`insert into organization (slug, name) values (${`synthetic-${i}`}, 'Synthetic') returning slug`,
      );
      expect(row).toEqual({ slug: `synthetic-${i}` });
      if (i % 3 === 0) throw new Error('taken back');
    });
  const failing = async (i: number) => {
    await expect(database.query(sql`select 1 / (${i}::integer - ${i}::integer)`)).rejects.toThrow('division by zero');
  };
  const byPrisma = async (i: number) => {
    expect(
      await database.prisma.category.findUnique({ where: { slug: 'library' }, select: { slug: true, rank: true } }),
    ).toEqual({
      slug: 'library',
      rank: 2,
    });
    return i;
  };
  const work = Array.from({ length: 60 }, (_, i) => [
    alone(i),
    withMore(i),
    inTransaction(i).catch((error: Error) => expect(error.message).toBe('taken back')),
    failing(i),
    byPrisma(i),
  ]);
  await Promise.all(work.flat());
  const [kept] = await database.query<{ count: number }>(sql`select count(*) from organization`);
  expect(kept).toEqual({ count: 40 });
});
