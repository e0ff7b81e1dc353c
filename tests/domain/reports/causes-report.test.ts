import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failureReport, type KnownGroup } from '@/lib/domain/failure-matrix';
import { CAUSES_FIELDS, CAUSES_SECTIONS, commonestCauses } from '@/lib/domain/reports/causes-report';
import { filledText, unknownFields } from '@/lib/domain/reports/template';

const form = {
  causes: [
    { code: 'C01', text: 'Пробелы в знаниях' },
    { code: 'C02', text: 'Мотивация' },
    { code: 'C03', text: 'Здоровье' },
  ],
  subjects: ['Математика', 'Русский язык'],
};
const group = (cause: string, pupils: number, more: Partial<KnownGroup> = {}): KnownGroup => ({
  ...{ cause, grade: 5, subject: 'Математика', pupils, hidden: false, schools: 1 },
  ...more,
});

it('the commonest cause stands first, with its share of what is shown', () => {
  const report = failureReport(
    form,
    [group('C01', 10), group('C02', 20), group('C02', 10, { grade: 6 }), group('C03', 0, { hidden: true })],
    'subject',
  );
  expect(commonestCauses(report).map(({ code, pupils, share, hidden }) => [code, pupils, share, hidden])).toEqual([
    ['C02', 30, 0.75, 0],
    ['C01', 10, 0.25, 0],
    ['C03', 0, 0, 1],
  ]);
});

it('nothing shown has no shares', () => {
  expect(commonestCauses(failureReport(form, [], 'grade')).map(({ share }) => share)).toEqual([null, null, null]);
});

it('shares make one, by subject as by grade', () => {
  const groups = fc.array(
    fc.record({
      cause: fc.constantFrom('C01', 'C02', 'C03'),
      grade: fc.integer({ min: 1, max: 11 }),
      subject: fc.constantFrom(...form.subjects),
      pupils: fc.nat(50),
      hidden: fc.boolean(),
      schools: fc.constant(1),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(groups, (known) => {
      const [one, other] = (['subject', 'grade'] as const).map((by) => commonestCauses(failureReport(form, known, by)));
      expect(one).toEqual(other);
      const sum = one?.reduce((all, { share }) => all + (share ?? 0), 0) ?? 0;
      expect(sum).toBeCloseTo(known.some(({ pupils }) => pupils > 0) ? 1 : 0, 9);
    }),
  );
});

it('the usual texts name known fields alone and leave none unfilled', () => {
  const values = Object.fromEntries(Object.keys(CAUSES_FIELDS).map((name) => [name, '1']));
  for (const { text } of CAUSES_SECTIONS) {
    expect(unknownFields(text, CAUSES_FIELDS)).toEqual([]);
    expect(filledText(text, values)).not.toMatch(/[{}]/);
  }
});
