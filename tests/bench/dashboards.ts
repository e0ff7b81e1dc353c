/**
 * The overviews at 40,000 schools: `npm run bench -- dashboards`. Measures what their pages ask for, and counts their figures
 * again from the lists of the API: four municipalities whole, and the region's row of every municipality of the closed year and
 * of each tenth of the open one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '@/lib/access/viewer';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import { provideInstallation } from '@/lib/env';
import { dashboardOf } from '@/lib/portal/dashboard/queries';
import { say } from '@/scripts/portal/command';
import { apiReader } from '../access/api-reader';
import { type ApiCampaign, wholeList } from '../portal/independent/api-lists';
import { countedMunicipality, countedSupport, countedYear } from '../portal/independent/dashboard-figures';
import { dashboardMeasures } from './dashboard-measures';
import { type Measured, measured, tableLines } from './measure';
import { given } from './portal-measures';
import { processorClock } from './processor-time';
import { CLOSED_YEAR, fillScale, OPEN_YEAR, scaleId } from './scale';
import { COUNTRY } from './scale-size';
import { headOf, viewersOf } from './viewers';

/** Municipalities whose every figure is counted again: the large one, the city, two of the usual size. */
const WHOLE = [1, 2, 3, 777];

/** Prints the tables; false when a figure is wrong. */
export async function measureDashboards(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-dashboards-bench-'));
  const server = await embeddedServer(folder, { say: () => {} });
  try {
    await applyMigrations(server.ownerUrl);
    say(`Заполняю базу: ${COUNTRY.schools} школ, два года карт, поддержка…`);
    await fillScale(server.ownerUrl, COUNTRY, undefined, true);
    provideInstallation({
      ...{ databaseUrl: server.ownerUrl, dataDirectory: folder, sessionSecret: 'a secret of the benchmark' },
      ...{ publicAddress: 'http://127.0.0.1:3000', trustHost: true },
    });
    const viewers = await viewersOf(COUNTRY);
    say('Измеряю…');
    const found: Measured[] = [];
    for (const measure of dashboardMeasures(viewers)) found.push(await measured(measure, processorClock(server.pid())));
    console.log(`\nОбзоры, ${COUNTRY.schools} школ\n${tableLines(found).join('\n')}`);
    const faults = [...(await wrongYears()), ...(await wrongMunicipalities(viewers.coordinator))];
    for (const fault of faults.slice(0, 20)) console.log(fault);
    say(faults.length === 0 ? 'Все числа совпали с независимым счётом по API.' : `Не совпали: ${faults.length}.`);
    return faults.length === 0;
  } finally {
    await globalThis.mocPrismaClient?.$disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Faults of the city overviews: each figure beside what the lists of the API give. */
async function wrongYears(): Promise<string[]> {
  const faults: string[] = [];
  for (const n of WHOLE) {
    const viewer = await headOf(COUNTRY, n);
    const api = await apiReader(viewer);
    const schools = await wholeList<{ id: string }>(api, '/schools?closed=true');
    const place = { municipalityId: viewer.municipalityId ?? '', schools: new Set(schools.map(({ id }) => id)) };
    for (const campaign of await wholeList<ApiCampaign>(api, '/campaigns')) {
      const now = new Date();
      const shown = (await given(dashboardOf(viewer, { schoolYear: campaign.schoolYear }, now))).year;
      const counted = await countedYear(api, place, campaign, now);
      const support = shown && (await countedSupport(api, place, shown.support.schoolYear, now));
      const where = `муниципалитет ${n}, ${campaign.schoolYear}`;
      const same = (name: string, one: unknown, other: unknown) => {
        if (!isDeepStrictEqual(one, other))
          faults.push(
            `${where}, ${name}: ${JSON.stringify(one)?.slice(0, 200)} ≠ ${JSON.stringify(other)?.slice(0, 200)}`,
          );
      };
      same('карты', shown?.cards, counted.cards);
      same('охват', shown?.coverage, counted.coverage);
      same('список', shown?.flagged.schools.map(({ schoolId }) => schoolId).sort(), ids(counted.flagged.schools));
      same('суммы', shown?.sums, counted.sums);
      same('мероприятия', shown?.events, counted.events);
      same('обследования', shown?.support.examined, support?.examined);
      same('программы', shown?.support.programmes, support?.programmes);
      same('рекомендации', shown?.support.recommendations, support?.recommendations);
      same('партнёрства', shown?.support.partnerships.map(({ id }) => id).sort(), support?.partnerships.sort());
      const stuck = (rows: readonly { programmeId: string; who: string; since: string }[] = []) =>
        rows.map(({ programmeId, who, since }) => `${programmeId} ${who} ${since}`).sort();
      same('что стоит', stuck(shown?.support.stuck), stuck(support?.stuck));
      for (const { code, share } of shown?.groups ?? [])
        same(`группа ${code}`, share?.toFixed(9), counted.groups[code]?.toFixed(9));
      for (const { code, points } of shown?.criteria ?? []) same(`критерий ${code}`, points, counted.criteria[code]);
    }
  }
  return faults;
}

const ids = (rows: readonly { schoolId: string }[]) => rows.map(({ schoolId }) => schoolId).sort();

/** Faults of the region's overview: the rows of municipalities, counted from each head's own lists. */
async function wrongMunicipalities(coordinator: Viewer): Promise<string[]> {
  const region = await apiReader(coordinator);
  const faults: string[] = [];
  for (const [schoolYear, each] of [
    [CLOSED_YEAR, 1],
    [OPEN_YEAR, 10],
  ] as const) {
    const now = new Date();
    const shown = new Map(
      (await wholeList<Record<string, unknown>>(region, `/overview?schoolYear=${schoolYear}`)).map((row) => [
        row.municipalityId,
        row,
      ]),
    );
    for (let n = 1; n <= COUNTRY.municipalities; n += each) {
      const api = await apiReader(await headOf(COUNTRY, n));
      const schools = new Set((await wholeList<{ id: string }>(api, '/schools')).map(({ id }) => id));
      const municipalityId = scaleId('municipality', n);
      const campaign = (await wholeList<ApiCampaign>(api, `/campaigns?schoolYear=${schoolYear}`))[0];
      const place = { municipalityId, schools, openSchools: schools };
      const { meanNegativeSum, ...counted } = await countedMunicipality(api, place, campaign, schoolYear, now);
      const row = shown.get(municipalityId);
      const wrong = Object.entries(counted).filter(([name, value]) => row?.[name] !== value);
      if (Math.abs(Number(row?.meanNegativeSum ?? -1) - (meanNegativeSum ?? -1)) > 1e-9) wrong.push(['mean', 0]);
      if (wrong.length > 0) faults.push(`регион, ${schoolYear}, муниципалитет ${n}: ${wrong.map(([name]) => name)}`);
      if (n % 250 < each) say(`${schoolYear}: пересчитано муниципалитетов ${n}`);
    }
  }
  return faults;
}
