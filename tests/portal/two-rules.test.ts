import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { FEDERAL_RULE_DEFAULTS } from '@/lib/domain/federal-rule';
import {
  federalDetails,
  federalRuleOfSchool,
  regionRules,
  rulesFile,
  rulesOf,
  twoRulesView,
} from '@/lib/portal/federal-rule/queries';
import { ruleItemSchema } from '@/lib/portal/federal-rule/schema';
import { changeSettings } from '@/lib/portal/methods/commands';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import type { World } from './lists-world';
import { schoolOf, twoRulesWorld } from './two-rules-world';

let database: TestDatabase;
let world: World;
let head: Viewer;
let soiro: Viewer;
let campaignId: string;
const now = new Date('2020-11-10T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  world = await twoRulesWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  soiro = world.viewer('REGION_COORDINATOR');
  campaignId = world.smolensk.campaigns['2020-2021'] ?? '';
});
afterAll(() => database.close());

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'OK' : outcome.failure.code);

describe('two rules of a campaign', () => {
  test('stand side by side for every school', async () => {
    const { schools, rule, settings } = value(await twoRulesView(head, campaignId));
    expect(rule).toMatchObject({ kind: 'SUM', value: 6 });
    expect(settings).toMatchObject({ values: FEDERAL_RULE_DEFAULTS, from: 'DEFAULT', version: 0 });
    expect(schools.map((school) => [school.schoolCode, school.proposed, school.federal.result])).toEqual([
      ['smolensk-3', true, 'LITTLE_DATA'],
      ['smolensk-1', true, 'LOW'],
      ['smolensk-2', true, 'NO'],
      ['smolensk-10', true, 'RISK'],
      ['smolensk-4', false, 'LOW'],
      ['smolensk-5', false, 'LOW'],
      ['smolensk-6', false, 'LITTLE_DATA'],
    ]);
  });

  test('are counted where they agree; a school without a sum or without results is no disagreement', async () => {
    const { agreement, procedures } = value(await twoRulesView(head, campaignId));
    // both 1; the sum alone 2, 10; the federal rule alone 4; expected by chance 8/16
    expect(agreement.proposed).toMatchObject({ known: 4, share: 0.25, kappa: -0.5 });
    expect(agreement.proposed.cells).toEqual({
      YES: { YES: ['smolensk-1'], NO: ['smolensk-2', 'smolensk-10'], NO_DATA: ['smolensk-3'] },
      NO: { YES: ['smolensk-4'], NO: [], NO_DATA: [] },
      NO_DATA: { YES: ['smolensk-5'], NO: [], NO_DATA: ['smolensk-6'] },
    });
    expect(agreement.confirmed).toBeNull();
    expect(procedures.find((one) => one.code === 'OGE_MATHEMATICS')).toMatchObject({ year: 5, before: 5 });
    expect(procedures.find((one) => one.code === 'VPR_6_RUSSIAN')).toMatchObject({ year: 0, before: 0 });
  });

  test('open to share, participants, file, row and date', async () => {
    const view = value(await twoRulesView(head, campaignId));
    const details = await federalDetails(head, view, 'smolensk-2');
    const few = details?.school.federal.procedures.find((one) => one.code === 'VPR_5_MATHEMATICS');
    expect(few?.year).toMatchObject({ result: { participants: 3, below: 3 }, share: 1, low: null });
    expect(details?.sources.OGE_MATHEMATICS?.year).toEqual([
      { fileName: 'Баллы ВПР.csv', sheet: '', row: 3, appliedAt: expect.any(Date) },
    ]);
    expect(await federalDetails(head, view, 'vyazma-1')).toBeNull();
  });

  test('are given by the API and as files', async () => {
    const { items, total } = value(await rulesOf(head, campaignId, { page: 1, pageSize: 2 }));
    expect(total).toBe(7);
    expect(items.map((item) => ruleItemSchema.parse(item))).toEqual(items);
    const csv = String(value(await rulesFile(head, campaignId, 'csv', now)).body);
    expect(csv).toContain('Средняя школа № 1;smolensk-1;9;13;да;нет;ШНОР по федеральному правилу;да;да');
    const xlsx = value(await rulesFile(head, campaignId, 'xlsx', now));
    const { sheets } = await readXlsx(xlsx.body as Uint8Array);
    expect(JSON.stringify(sheets[0]?.rows)).toContain('mail.ru/society/69272865');
  });
});

describe('who may see', () => {
  test('МОЦ its own campaign, СОИРО all, a principal and an administrator none', async () => {
    const asked = (viewer: Viewer) => twoRulesView(viewer, campaignId);
    expect(code(await asked(world.viewer('MOC_STAFF', world.smolensk)))).toBe('OK');
    expect(code(await asked(soiro))).toBe('OK');
    expect(code(await asked(world.viewer('MOC_HEAD', world.vyazma)))).toBe('NOT_FOUND');
    expect(code(await asked(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1')))).toBe('FORBIDDEN');
    expect(code(await asked(world.viewer('ADMIN')))).toBe('FORBIDDEN');
    expect(code(await regionRules(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1')))).toBe('FORBIDDEN');
  });

  test('a principal the federal rule of the own school, of no other', async () => {
    const principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1');
    const own = value(await federalRuleOfSchool(principal, schoolOf(world.smolensk, 'smolensk-1')));
    expect(own).toMatchObject({ resultsYear: '2019-2020', verdict: { result: 'LOW' } });
    expect(value(await federalRuleOfSchool(principal, schoolOf(world.smolensk, 'smolensk-4')))).toBeNull();
    expect(value(await federalRuleOfSchool(head, schoolOf(world.smolensk, 'smolensk-4')))).not.toBeNull();
    expect(value(await federalRuleOfSchool(head, schoolOf(world.vyazma, 'vyazma-1')))).toBeNull();
  });
});

describe('the region', () => {
  test('has a row a municipality and all of them together', async () => {
    const view = value(await regionRules(soiro));
    expect(view).toMatchObject({ schoolYear: '2020-2021', may: { changeSettings: true } });
    const [vyazma, smolensk] = view.municipalities;
    expect(smolensk).toMatchObject({
      name: 'Город Смоленск',
      ...{ schools: 7, proposed: 4, confirmed: 0, results: { LOW: 3, RISK: 1, NO: 1, LITTLE_DATA: 2 } },
      agreement: { known: 4, kappa: -0.5 },
    });
    expect(vyazma).toMatchObject({ schools: 2, proposed: 1, results: { LITTLE_DATA: 2 }, agreement: { known: 0 } });
    expect(view.total).toMatchObject({ schools: 9, proposed: 5, results: { LOW: 3 }, agreement: { known: 4 } });
  });
});

describe('constants', () => {
  test('of the municipality stand above those of the region, which stand above ours', async () => {
    const any = { ...FEDERAL_RULE_DEFAULTS, mode: 'OR' };
    value(await changeSettings(soiro, 'FEDERAL_RULE', any, 0, now));
    const byRegion = value(await twoRulesView(head, campaignId));
    expect(byRegion.settings).toMatchObject({ from: 'REGION', version: 0 });
    expect(byRegion.schools.find((school) => school.schoolCode === 'smolensk-10')?.federal.result).toBe('LOW');
    value(await changeSettings(head, 'FEDERAL_RULE', { ...FEDERAL_RULE_DEFAULTS, share: 0.5 }, 0, now));
    const own = value(await twoRulesView(head, campaignId));
    expect(own.settings).toMatchObject({ from: 'MUNICIPALITY', version: 1, changedBy: head.name });
    const results = (view: typeof own) => view.schools.filter(({ federal }) => federal.result === 'LOW').length;
    expect([results(byRegion), results(own)]).toEqual([4, 0]);
    expect(value(await regionRules(soiro)).municipalities[1]?.results.LOW).toBe(0);
    expect(value(await federalRuleOfSchool(head, schoolOf(world.smolensk, 'smolensk-1')))?.verdict.result).toBe('NO');
    value(await changeSettings(head, 'FEDERAL_RULE', null, 1, now));
    expect(value(await twoRulesView(head, campaignId)).settings.from).toBe('REGION');
  });

  test('are not changed by staff, nor to what cannot work', async () => {
    const staff = world.viewer('MOC_STAFF', world.smolensk);
    expect(value(await twoRulesView(staff, campaignId)).may.changeSettings).toBe(false);
    expect(code(await changeSettings(staff, 'FEDERAL_RULE', FEDERAL_RULE_DEFAULTS, 2, now))).toBe('FORBIDDEN');
    expect(code(await changeSettings(head, 'FEDERAL_RULE', { ...FEDERAL_RULE_DEFAULTS, share: 3 }, 2, now))).toBe(
      'INVALID',
    );
    expect(code(await changeSettings(head, 'FEDERAL_RULE', FEDERAL_RULE_DEFAULTS, 0, now))).toBe('STALE_VERSION');
  });
});
