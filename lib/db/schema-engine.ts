/**
 * Prisma's schema engine as WebAssembly, over the same driver as the portal: no engine is downloaded. For developers
 * (npm run db:diff) and the test that schema and migrations agree; the portal itself applies migrations without it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

type Engine = import('@prisma/schema-engine-wasm').SchemaEngine;
type Glue = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** type numbers of PostgreSQL */
const CHAR = 18;
const TEXT = 25;

const NOTHING_LEFT_OUT = { externalTables: [], externalEnums: [] };

/** The SQL that leads from the live database to prisma/schema; «-- This is an empty migration.» when they agree. */
export async function sqlFromDatabaseToSchema(connectionString: string): Promise<string> {
  const files = schemaFiles();
  const pool = new pg.Pool({ connectionString, max: 2 });
  const engine = await startEngine(pool, files);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: resolve('.') },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { ...NOTHING_LEFT_OUT, externalTables: ['public._prisma_migrations'] },
    });
    return stdout ?? '';
  } finally {
    engine.free();
    await pool.end();
  }
}

function schemaFiles(): { path: string; content: string }[] {
  const folder = resolve('prisma', 'schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * The portal's driver adapter, which knows no type "char"; PostgreSQL's own tables are full of it and the engine reads
 * them. Such columns travel as text and are given back their type on the way to the engine.
 */
function catalogAdapter(pool: pg.Pool): PrismaPg {
  const charColumns = new WeakMap<object, number[]>();
  const ask = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryResult>;
  const query = async (config: unknown) => {
    const result = await ask(config);
    const found = result.fields.flatMap((field, at) => (field.dataTypeID === CHAR ? [at] : []));
    for (const at of found) Object.assign(result.fields[at] ?? {}, { dataTypeID: TEXT });
    charColumns.set(result.rows, found);
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query }));
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        queryRaw: async (query: SqlQuery) => {
          const result = await queryRaw(query);
          for (const at of charColumns.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
          return result;
        },
      });
    },
  });
}

async function startEngine(pool: pg.Pool, files: { path: string; content: string }[]): Promise<Engine> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool)));
}

let loaded: Promise<Glue> | undefined;

/** The package is made for bundlers: its glue and its code are joined by hand, once in a process (they share memory). */
async function loadEngine(): Promise<Glue> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue: Glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const code = await WebAssembly.compile(new Uint8Array(readFileSync(join(folder, 'schema_engine_bg.wasm'))));
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });
  const { exports } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
  return glue;
}
