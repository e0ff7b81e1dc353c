import { describe, expect, test } from 'vitest';
import { countedAnswer } from '@/lib/domain/answers';
import { parseDefaultInstrument } from '@/lib/domain/default-instrument';
import { propose } from '@/lib/domain/identification';
import { demoCampaigns } from '@/prisma/demo/campaigns';
import { type DemoCard, demoCards } from '@/prisma/demo/cards';
import { CRITERION_RULES } from '@/prisma/demo/criterion-rules';
import { demoLists } from '@/prisma/demo/lists';
import { randomSource } from '@/prisma/demo/random';
import { DEMONSTRATION_SEED, demonstrationRegion } from '@/prisma/demo/region';
import { demoSchools } from '@/prisma/demo/school-changes';
import { identityToday } from '@/prisma/demo/schools';
import defaultInstrument from '@/prisma/instruments/default.json';
import explanations from '@/prisma/instruments/default-texts.json';

const { definition } = parseDefaultInstrument(defaultInstrument, explanations);
const draw = randomSource(DEMONSTRATION_SEED);
const schools = demoSchools(draw);
const campaigns = demoCampaigns(schools);
const cards = demoCards(campaigns, definition, draw);

const inCity = (autumn: number) =>
  cards.filter(({ campaign }) => campaign.municipality.code === 'smolensk' && campaign.autumn === autumn);
const table = (card: DemoCard, code: string) => {
  const found = card.score.tables.find((part) => part.code === code);
  if (!found) throw new Error(`no table ${code}`);
  return found;
};
const group = (card: DemoCard, code: string) => card.score.groups.find((part) => part.code === code)?.negativeSum ?? 0;
const counted = (card: DemoCard, code: string) => {
  const stored = card.answers[code];
  return stored ? countedAnswer(stored).answer : undefined;
};

function correlation(one: number[], other: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = (values: number[]) => values.map((value) => value - mean(values));
  const [a, b] = [centred(one), centred(other)];
  const product = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe('schools', () => {
  const open = schools.filter((school) => school.closedOn === null);
  const perMunicipality = Map.groupBy(open, (school) => identityToday(school).municipality.code);

  test('350 open schools in 27 municipalities: 43 in the city, 12 in Вяземский, 6 to 20 elsewhere', () => {
    expect(open).toHaveLength(350);
    expect(perMunicipality.size).toBe(27);
    expect(perMunicipality.get('smolensk')).toHaveLength(43);
    expect(perMunicipality.get('vyazma')).toHaveLength(12);
    for (const [code, inMunicipality] of perMunicipality) {
      if (code === 'smolensk') continue;
      expect(inMunicipality.length).toBeGreaterThanOrEqual(6);
      expect(inMunicipality.length).toBeLessThanOrEqual(20);
    }
  });

  test('codes are unique and run from 01 in each municipality', () => {
    expect(new Set(schools.map((school) => school.code)).size).toBe(schools.length);
    for (const [code, inMunicipality] of perMunicipality) {
      const expected = inMunicipality.map((_, index) => `${code}-${String(index + 1).padStart(2, '0')}`);
      expect(inMunicipality.map((school) => school.code)).toEqual(expected);
    }
  });

  test('short names are unique within a municipality', () => {
    for (const inMunicipality of perMunicipality.values()) {
      const names = inMunicipality.map((school) => identityToday(school).shortName);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('a merger, a move, a new name and lost grades keep what stood before', () => {
    const byCode = new Map(schools.map((school) => [school.code, school]));
    expect(byCode.get('gagarin-19')).toMatchObject({ mergedInto: 'gagarin-07' });
    const past = (code: string) => byCode.get(code)?.identities[0];
    const today = (code: string) => byCode.get(code)?.identities.at(-1);
    expect(past('yartsevo-16')?.municipality.code).toBe('kardymovo');
    expect(today('yartsevo-16')?.municipality.code).toBe('yartsevo');
    expect([past('yartsevo-05')?.shortName, today('yartsevo-05')?.shortName]).toEqual([
      'МБОУ «СШ № 5» г. Ярцево',
      'МБОУ «Лицей № 5» г. Ярцево',
    ]);
    expect([past('pochinok-12')?.grades.to, today('pochinok-12')?.grades.to]).toEqual([11, 9]);
    const placesOf = (code: string) =>
      cards.filter(({ school }) => school.code === code).map(({ campaign }) => campaign.key);
    expect(placesOf('yartsevo-16').sort()).toEqual(['kardymovo/2018', 'yartsevo/2019', 'yartsevo/2020']);
    expect(placesOf('gagarin-19')).toEqual(['gagarin/2018']);
    const lostGrades = [2018, 2019, 2020].map((autumn) =>
      cards.find(({ key }) => key === `pochinok/${autumn}/pochinok-12`),
    );
    // the campaign of 2020 counts the first year without upper grades
    expect(lostGrades.map((card) => card?.grades.to)).toEqual([11, 11, 9]);
  });
});

describe('results', () => {
  test('sums of neighbouring years go together as much as reliable measurements do, not more', () => {
    const autumns = Array.from({ length: 10 }, (_, index) => 2010 + index);
    const correlations = autumns.slice(1).map((autumn) => {
      const sums = (year: number) => inCity(year).map((card) => table(card, 'T1').negativeSum);
      return correlation(sums(autumn - 1), sums(autumn));
    });
    const mean = correlations.reduce((sum, value) => sum + value, 0) / correlations.length;
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.75);
  });

  test('a weak school is weak in several sources', () => {
    const closed = cards.filter(({ campaign }) => campaign.municipality.code === 'smolensk' && campaign.autumn < 2020);
    const sums = (code: string) => closed.map((card) => group(card, code));
    expect(correlation(sums('OGE'), sums('EGE'))).toBeGreaterThan(0.3);
    expect(correlation(sums('OGE'), sums('INT'))).toBeGreaterThan(0.3);
    expect(correlation(sums('INT'), sums('OLY'))).toBeGreaterThan(0.2);
    expect(correlation(sums('OGE'), sums('SOC'))).toBeGreaterThan(0.2);
  });

  test('«в худшей четверти» holds for about a quarter of the city in every year', () => {
    const quarters = [...CRITERION_RULES].flatMap(([code, rule]) => ('worst' in rule ? [code] : []));
    expect(quarters.length).toBeGreaterThan(10);
    for (let autumn = 2010; autumn <= 2019; autumn += 1) {
      for (const code of quarters) {
        const answers = inCity(autumn)
          .map((card) => counted(card, code))
          .filter((answer) => answer === 'yes' || answer === 'no');
        const share = answers.filter((answer) => answer === 'yes').length / answers.length;
        expect(share, `${code} in ${autumn}`).toBeGreaterThanOrEqual(0.2);
        expect(share, `${code} in ${autumn}`).toBeLessThanOrEqual(0.35);
      }
    }
  });

  test('every sign of objectivity is found somewhere, most schools show few', () => {
    const found = cards.map((card) => counted(card, 'T1.OBJ.01')).filter((answer) => Array.isArray(answer));
    expect(new Set(found.flat())).toEqual(new Set(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']));
    expect(found.filter((signs) => signs.length <= 3).length / found.length).toBeGreaterThan(0.9);
  });

  test('the schools that the seed names are never proposed for a list', () => {
    const named = ['smolensk-01', 'smolensk-09', 'smolensk-19', 'smolensk-36', 'smolensk-38'];
    for (const autumn of [2018, 2019]) {
      const flagged = demoLists(inCity(autumn)).flatMap((list) => list.schools.map((school) => school.schoolCode));
      expect(flagged.length).toBeGreaterThan(0);
      expect(flagged.filter((code) => named.includes(code))).toEqual([]);
    }
  });
});

describe('lists of the city', () => {
  const lists = demoLists(cards).filter((list) => list.card.campaign.municipality.code === 'smolensk');
  const listOf = (autumn: number) =>
    lists.find((list) => list.card.campaign.autumn === autumn && list.rule.track === 'LOW_RESULTS');
  const codes = (autumn: number, state: 'included' | 'proposed') =>
    listOf(autumn)
      ?.schools.filter((school) => school[state])
      .map((school) => school.schoolCode) ?? [];

  test('5 schools in 2018-2019 and 8 in 2019-2020, proposed and confirmed', () => {
    expect([codes(2018, 'proposed').length, codes(2018, 'included').length]).toEqual([5, 5]);
    expect([codes(2019, 'proposed').length, codes(2019, 'included').length]).toEqual([8, 8]);
  });

  test('schools enter, stay and leave; one departure on each side has its reason', () => {
    const [before, after] = [codes(2018, 'included'), codes(2019, 'included')];
    expect(after.filter((code) => before.includes(code)).length).toBeGreaterThanOrEqual(2);
    expect(before.filter((code) => !after.includes(code)).length).toBeGreaterThanOrEqual(1);
    const departures = listOf(2019)?.schools.filter((school) => school.included !== school.proposed) ?? [];
    expect(departures.map((school) => school.included).sort()).toEqual([false, true]);
    expect(departures.every((school) => (school.reason ?? '').length > 20)).toBe(true);
  });

  test('what is called proposed is what the rule proposes', () => {
    for (const autumn of [2018, 2019]) {
      const scored = inCity(autumn).map((card) => ({
        schoolId: card.school.id,
        schoolCode: card.school.code,
        name: card.school.code,
        ...table(card, 'T1'),
      }));
      const list = listOf(autumn);
      expect(list && [...propose(list.rule, scored)].sort()).toEqual(codes(autumn, 'proposed').sort());
    }
  });
});

test('two runs give the same rows', async () => {
  const [one, other] = await Promise.all([demonstrationRegion(definition), demonstrationRegion(definition)]);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});
