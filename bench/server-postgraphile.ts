/** What the application is measured against: PostGraphile over the function `bench.nearest`. */
import Fastify from 'fastify';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/fastify/v5';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { BENCH_DATABASE_URL, PORT } = process.env; // handed over by run.ts
const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: BENCH_DATABASE_URL, schemas: ['bench'], poolConfig: { max: 10 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
}).createServ(grafserv);
const app = Fastify();
await service.addTo(app);
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
