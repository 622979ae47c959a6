import { defineConfig } from 'prisma/config';

// `prisma generate` asks for a schema engine that generating never runs; naming any executable avoids its download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/ricircolo' },
});
