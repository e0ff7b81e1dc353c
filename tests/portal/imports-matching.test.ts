import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliasOfReference,
  type KnownSchool,
  type SchoolReference,
  schoolMatcher,
  textOfReference,
} from '@/lib/portal/imports/matching';
import { canonicalName, likeness } from '@/lib/portal/imports/school-names';

const CITY = { id: 'city', name: 'город Смоленск' };
const TOWN = { id: 'town', name: 'Вяземский муниципальный округ' };

const school = (id: string, shortName: string, more: Partial<KnownSchool> = {}): KnownSchool => ({
  id,
  code: `code-${id}`,
  login: `sch67000${id}`,
  name: `Муниципальное бюджетное общеобразовательное учреждение «${shortName}» города Смоленска`,
  shortName: `МБОУ «${shortName}»`,
  municipalityId: CITY.id,
  ...more,
});

const SCHOOLS = [
  school('1', 'СШ № 1'),
  school('11', 'СШ № 11'),
  school('19', 'СШ № 19 им. Героя России Панова'),
  school('4', 'Гимназия № 4'),
  school('5', 'ООШ № 5'),
  school('91', 'СШ № 1', { municipalityId: TOWN.id }),
];
const matcher = (schools = SCHOOLS, aliases: { municipalityId: string; alias: string; schoolId: string }[] = []) =>
  schoolMatcher({ schools, municipalities: [CITY, TOWN], aliases });
const match = matcher();
const idOf = (row: SchoolReference, by = match) => {
  const found = by(row);
  return found.kind === 'school' ? found.school.id : found.reason;
};

describe('whose a row is', () => {
  it.each<[string, SchoolReference, string]>([
    ['by its login', { login: 'SCH6700019' }, '19'],
    ['by its code, in any case', { code: ' CODE-4 ' }, '4'],
    ['by a login that stands among the codes', { code: 'sch670005' }, '5'],
    ['by its short name', { name: 'МБОУ «Гимназия № 4»' }, '4'],
    [
      'by its full name',
      { name: 'Муниципальное бюджетное общеобразовательное учреждение "Гимназия №4" города Смоленска' },
      '4',
    ],
    ['by a name without quotes and legal form', { name: 'гимназия 4' }, '4'],
    ['by another word for the same kind of school', { name: 'МБОУ СОШ №11' }, '11'],
    ['by a name without the person whose name it bears', { name: 'Средняя школа № 19' }, '19'],
    ['by a name with its municipality', { name: 'СШ № 1', municipality: 'Смоленск' }, '1'],
    ['by the same name in the other municipality', { name: 'СШ № 1', municipality: 'Вяземский район' }, '91'],
    ['a code that nobody knows beside a name', { code: '670101', name: 'СШ № 11' }, '11'],
  ])('is told %s', (_how, row, id) => {
    expect(idOf(row)).toBe(id);
  });

  it.each<[string, SchoolReference, string]>([
    ['a name that several schools bear', { name: 'СШ № 1' }, 'SEVERAL'],
    ['a code of one school with the name of another', { code: 'code-4', name: 'ООШ № 5' }, 'CONTRADICTION'],
    ['a login and a code of two schools', { login: 'sch670004', code: 'code-5' }, 'CONTRADICTION'],
    [
      'a school of a municipality out of sight',
      { name: 'СШ № 1', municipality: 'Рославльский район' },
      'OTHER_MUNICIPALITY',
    ],
    ['a name that nobody bears', { name: 'СШ № 77' }, 'UNKNOWN'],
    ['another kind of school with the same number', { name: 'Лицей № 4' }, 'UNKNOWN'],
    ['nothing', {}, 'NOTHING_NAMED'],
  ])('is left to a person: %s', (_what, row, reason) => {
    expect(idOf(row)).toBe(reason);
  });

  it('offers the most similar schools first', () => {
    const found = match({ name: 'Гимназия 4 Смоленска' });
    expect(found.kind === 'unclear' && found.candidates()[0]?.id).toBe('4');
    const lyceum = match({ name: 'лицей № 4' });
    expect(lyceum.kind === 'unclear' && lyceum.candidates()[0]?.id).toBe('4');
  });

  it('keeps to what somebody chose, for a name together with its municipality', () => {
    const row = { name: 'Школа в Заднепровье', municipality: 'г. Смоленск' };
    const by = matcher(SCHOOLS, [{ municipalityId: CITY.id, alias: aliasOfReference(row), schoolId: '5' }]);
    expect(idOf(row)).toBe('UNKNOWN');
    expect(idOf({ ...row, name: 'ШКОЛА в  заднепровье' }, by)).toBe('5');
    expect(idOf({ ...row, municipality: 'Вяземский' }, by)).toBe('UNKNOWN');
    expect(textOfReference(row)).toBe('Школа в Заднепровье, г. Смоленск');
  });

  it('never takes a row for a school that is not known, whatever is written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'аблСШ №1459«»". им-code'), maxLength: 20 });
    fc.assert(
      fc.property(fc.record({ code: text, login: text, name: text, municipality: text }), (row) => {
        const found = match(row);
        const named = found.kind === 'school' ? [found.school] : found.candidates();
        expect(named.every((one) => SCHOOLS.includes(one))).toBe(true);
        expect(matcher([])(row).kind).toBe('unclear');
      }),
    );
  });

  it('does not depend on the order in which schools are known', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SCHOOLS, { minLength: 6 }), fc.constantFrom(...SCHOOLS), (order, one) => {
        expect(idOf({ code: one.code }, matcher(order))).toBe(one.id);
        expect(idOf({ name: one.shortName }, matcher(order))).toBe(idOf({ name: one.shortName }));
      }),
    );
  });
});

describe('names', () => {
  it('are as alike as they are the other way round, and most of all to themselves', () => {
    const name = fc.constantFrom(...SCHOOLS.map(({ shortName }) => canonicalName(shortName)));
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one));
        expect(likeness(one, one)).toBe(1);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
