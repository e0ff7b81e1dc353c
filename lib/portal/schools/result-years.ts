import type { ScopedDatabase } from '@/lib/access/door';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { loadInstrument } from '@/lib/portal/instruments/queries';
import { cityFigures } from './city-figures';
import { byCode, type SchoolYear } from './school-years';
import type { ResultTable, ResultYear } from './views';

/** Ten years and the present one. */
const MOST_YEARS = 11;

/** The years as the page shows them, the oldest first, each beside its city. */
export async function resultYears(db: ScopedDatabase, years: readonly SchoolYear[]): Promise<ResultYear[]> {
  const shown = years.slice(0, MOST_YEARS).reverse();
  const city = await cityFigures(
    db,
    shown.map((year) => year.campaignId),
  );
  return shown.map((year) => ({
    cardId: year.cardId,
    campaignId: year.campaignId,
    schoolYear: year.schoolYear,
    campaignStatus: year.campaignStatus,
    status: year.status,
    identity: year.identity,
    tables: byCode(year.score?.tables),
    groups: byCode(year.score?.groups),
    openDisputes: year.openDisputes,
    city: city(year.campaignId),
    instrumentVersionId: year.instrumentVersionId,
  }));
}

/** The instruments of the years, by id of the version. */
export async function instrumentsOf(
  db: ScopedDatabase,
  years: readonly Pick<SchoolYear, 'instrumentVersionId'>[],
): Promise<Map<string, InstrumentDefinition>> {
  const definitions = new Map<string, InstrumentDefinition>();
  for (const versionId of new Set(years.map((year) => year.instrumentVersionId))) {
    const loaded = await loadInstrument(db, versionId);
    if (loaded) definitions.set(versionId, loaded.definition);
  }
  return definitions;
}

/** Tables and groups of all these instruments, the newest first: what an older one alone has stands at the end. */
export function resultTables(definitions: Iterable<InstrumentDefinition>): ResultTable[] {
  const tables = new Map<string, ResultTable>();
  for (const definition of definitions) {
    for (const { code, title, track, groups } of definition.tables) {
      const table = tables.get(code) ?? { code, title, track, groups: [] };
      tables.set(code, table);
      const known = new Set([...tables.values()].flatMap((each) => each.groups.map((group) => group.code)));
      table.groups.push(
        ...groups.filter((group) => !known.has(group.code)).map(({ code, title }) => ({ code, title })),
      );
    }
  }
  return [...tables.values()];
}
