import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  filledText,
  REPORT_FIELDS,
  type ReportValues,
  USUAL_TEXTS,
  unknownFields,
} from '@/lib/domain/reports/year-report';

const values = Object.fromEntries(Object.keys(REPORT_FIELDS).map((name, at) => [name, String(at)])) as ReportValues;

it('fields are filled in, everything else stays as it was typed', () => {
  expect(filledText('В {год}: {в списке} школ, {чужое} и {}', { ...values, год: '2019–2020', 'в списке': '8' })).toBe(
    'В 2019–2020: 8 школ, {чужое} и {}',
  );
  expect(unknownFields('{год} {чужое} {} {чужое}')).toEqual(['чужое', '']);
});

it('the usual texts name known fields alone and leave none unfilled', () => {
  for (const text of Object.values(USUAL_TEXTS)) {
    expect(unknownFields(text)).toEqual([]);
    expect(filledText(text, values)).not.toMatch(/[{}]/);
  }
});

it('a value is put in once: braces in it name nothing', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(filledText('{год}', { ...values, год: value })).toBe(value);
    }),
  );
});
