import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DOSSIER_FIELDS, DOSSIER_SECTIONS } from '@/lib/domain/reports/dossier-report';
import { LIST_FIELDS, LIST_SECTIONS } from '@/lib/domain/reports/list-report';
import { filledText, unknownFields, usualTexts } from '@/lib/domain/reports/template';
import { YEAR_FIELDS, YEAR_SECTIONS } from '@/lib/domain/reports/year-report';

const valuesOf = (fields: object) => Object.fromEntries(Object.keys(fields).map((name, at) => [name, String(at)]));
const values = valuesOf(YEAR_FIELDS);

it('fields are filled in, everything else stays as it was typed', () => {
  expect(filledText('В {год}: {в списке} школ, {чужое} и {}', { ...values, год: '2019–2020', 'в списке': '8' })).toBe(
    'В 2019–2020: 8 школ, {чужое} и {}',
  );
  expect(unknownFields('{год} {чужое} {} {чужое} {toString}', YEAR_FIELDS)).toEqual(['чужое', '', 'toString']);
});

it.each([
  ['year', YEAR_SECTIONS, YEAR_FIELDS],
  ['list', LIST_SECTIONS, LIST_FIELDS],
  ['dossier', DOSSIER_SECTIONS, DOSSIER_FIELDS],
] as const)('the usual texts of %s name known fields alone and leave none unfilled', (_, sections, fields) => {
  const texts = Object.values(usualTexts(sections));
  expect(texts).toHaveLength(sections.length);
  for (const text of texts) {
    expect(unknownFields(text, fields)).toEqual([]);
    expect(filledText(text, valuesOf(fields))).not.toMatch(/[{}]/);
  }
});

it('a value is put in once: braces in it name nothing', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(filledText('{год}', { ...values, год: value })).toBe(value);
    }),
  );
});
