/** The analytical report's figures: worked examples, and that nothing but pupils weighs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completenessOf } from '@/lib/domain/reports/results-completeness';
import { examLines, examSubjectName } from '@/lib/domain/reports/results-exams';
import { olympiadLines, placesOf } from '@/lib/domain/reports/results-olympiads';
import { worseQuarters } from '@/lib/domain/reports/results-quarter';
import { toldValue } from '@/lib/domain/reports/results-ratio';
import { RESULTS_FIELDS, RESULTS_SECTIONS } from '@/lib/domain/reports/results-report';
import { apartGroups } from '@/lib/domain/reports/results-small-groups';
import { vprLines } from '@/lib/domain/reports/results-vpr';
import { overYears } from '@/lib/domain/reports/results-years';
import { filledText, unknownFields } from '@/lib/domain/reports/template';
import { ege, marks, oge, olympiad } from '../evidence/fact-rows';
import { arbitrarySchools, journal, schoolWith, vpr } from './results-arbitrary';

describe('exams', () => {
  it('weigh schools by their participants and not one school like another', () => {
    const large = schoolWith('Большая', { GIA_AGGREGATE: [oge('Математика', marks(10, 40, 30, 20))] });
    const small = schoolWith('Малая', { GIA_AGGREGATE: [oge('Математика', marks(5, 5, 0, 0))] });
    const [line] = examLines([large, small], 'OGE');
    expect(line).toMatchObject({ subject: 'Математика', schools: 2, participants: 110 });
    // 15 of 110, while the mean of 10 % and 50 % would be 30 %
    expect(toldValue(line?.failed ?? null)).toBeCloseTo(15 / 110, 12);
    expect(toldValue(line?.quality ?? null)).toBeCloseTo(50 / 110, 12);
    expect(toldValue(line?.mark ?? null)).toBeCloseTo((2 * 15 + 3 * 45 + 4 * 30 + 5 * 20) / 110, 12);
  });

  it('tell basic mathematics by marks, other ЕГЭ by points, and leave out participants of whom a figure is not told', () => {
    const one = schoolWith('Один', {
      GIA_AGGREGATE: [
        ege('Математика', { ...marks(2, 4, 3, 1), level: 'BASIC' }),
        ege('Математика', { level: 'PROFILE', participants: 20, meanScore: 50, belowMinimum: 2, n81to99: 3, n100: 1 }),
      ],
    });
    const other = schoolWith('Другой', {
      GIA_AGGREGATE: [ege('Математика', { level: 'PROFILE', participants: 10, meanScore: 80 })],
    });
    const [basic, profile] = examLines([one, other], 'EGE');
    expect([basic, profile].map((line) => line && examSubjectName(line))).toEqual([
      'Математика (база)',
      'Математика (профиль)',
    ]);
    expect([basic?.score, basic?.failed]).toEqual([null, { sum: 2, participants: 10 }]);
    expect(toldValue(profile?.score ?? null)).toBe(60);
    expect(profile?.failed).toEqual({ sum: 2, participants: 20 });
    expect([profile?.from81to99, profile?.full]).toEqual([
      { sum: 3, participants: 20 },
      { sum: 1, participants: 20 },
    ]);
  });

  it('say nothing of fewer than five', () => {
    const [line] = examLines([schoolWith('Малая', { GIA_AGGREGATE: [oge('Физика', marks(4, 0, 0, 0))] })], 'OGE');
    expect([line?.participants, toldValue(line?.failed ?? null), toldValue(line?.mark ?? null)]).toEqual([
      4,
      null,
      null,
    ]);
  });

  it('do not depend on how pupils are divided among schools', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(...[0, 1, 2, 3].map(() => fc.nat(30))), { minLength: 1, maxLength: 8 }), (all) => {
        const lines = (groups: number[][]) =>
          examLines(
            groups.map(([n2 = 0, n3 = 0, n4 = 0, n5 = 0], at) =>
              schoolWith(String(at), { GIA_AGGREGATE: [oge('Русский язык', marks(n2, n3, n4, n5))] }),
            ),
            'OGE',
          )[0];
        const merged = [0, 1, 2, 3].map((mark) => all.reduce((sum, group) => sum + (group[mark] ?? 0), 0));
        const [apart, whole] = [lines(all), lines([merged])];
        expect(apart?.participants).toBe(whole?.participants);
        expect([apart?.failed, apart?.quality]).toEqual([whole?.failed, whole?.quality]);
        if (apart?.mark) expect(apart.mark.sum).toBeCloseTo(whole?.mark?.sum ?? Number.NaN, 8);
      }),
    );
  });
});

describe('ВПР', () => {
  it('adds marks and pairs with the journal by grade and subject', () => {
    const one = schoolWith('1', {
      VPR_MARKS: [vpr(5, 'Математика', [1, 2, 3, 4]), vpr(4, 'Математика', [0, 5, 5, 0])],
      VPR_JOURNAL: [journal(5, 'Математика', 2, 7, 1)],
    });
    const other = schoolWith('2', { VPR_MARKS: [vpr(5, 'Математика', [2, 2, 2, 4])] });
    expect(vprLines([one, other])).toEqual([
      { grade: 4, subject: 'Математика', schools: 1, participants: 10, n2: 0, n3: 5, n4: 5, n5: 0, journal: null },
      {
        ...{ grade: 5, subject: 'Математика', schools: 2, participants: 20, n2: 3, n3: 4, n4: 5, n5: 8 },
        journal: { schools: 1, pupils: 10, lowered: 2, confirmed: 7, raised: 1 },
      },
    ]);
  });
});

describe('olympiads', () => {
  it('take a school’s «Все предметы» where it stands, and its subjects together where it does not', () => {
    const once = schoolWith('1', {
      OLYMPIAD: [
        olympiad({ participants: 10, winners: 1, prizeWinners: 2 }),
        olympiad({ subject: 'Физика', participants: 8, winners: 1 }),
        olympiad({ subject: 'Химия', participants: 7, prizeWinners: 2 }),
      ],
    });
    const twice = schoolWith('2', { OLYMPIAD: [olympiad({ subject: 'Физика', participants: 5, prizeWinners: 1 })] });
    const lines = olympiadLines([once, twice]);
    expect(lines.map(({ stage, subject, schools, participants }) => [stage, subject, schools, participants])).toEqual([
      ['MUNICIPAL', 'Все предметы', 2, 15],
      ['MUNICIPAL', 'Физика', 2, 13],
      ['MUNICIPAL', 'Химия', 1, 7],
    ]);
    expect(lines[0] && placesOf(lines[0])).toEqual({ sum: 4, participants: 15 });
  });
});

describe('schools in the worse quarter', () => {
  const city = (failed: readonly number[]) =>
    failed.map((n2, at) => schoolWith(`№ ${at}`, { GIA_AGGREGATE: [oge('Русский язык', marks(n2, 20 - n2, 0, 0))] }));
  const russian = (schools: Parameters<typeof worseQuarters>[0]) =>
    worseQuarters(schools).find(({ measure }) => measure === 'OGE_RUSSIAN_FAILED_SHARE');

  it('stand at the upper quartile and above, the worst first; the quartile is R’s type 7', () => {
    const found = russian(city([0, 2, 4, 6, 8]));
    expect([found?.threshold, found?.compared]).toEqual([0.3, 5]);
    expect(found?.schools.map(({ name, value, participants }) => [name, value, participants])).toEqual([
      ['№ 4', 0.4, 20],
      ['№ 3', 0.3, 20],
    ]);
  });

  it('are not told of three schools, of schools with four participants, or of those where nobody failed', () => {
    expect(russian(city([0, 2, 4]))?.schools).toEqual([]);
    expect(russian(city([0, 0, 0, 0]))?.schools).toEqual([]);
    const tiny = schoolWith('Малая', { GIA_AGGREGATE: [oge('Русский язык', marks(4, 0, 0, 0))] });
    expect(russian([...city([0, 2, 4, 6]), tiny])?.schools.map(({ name }) => name)).toEqual(['№ 3']);
  });
});

describe('years', () => {
  it('give a measure for each year, and leave out what no year has', () => {
    const year = (n2: number) => [schoolWith('1', { GIA_AGGREGATE: [oge('Русский язык', marks(n2, 10, 0, 0))] })];
    const measures = overYears([
      { schoolYear: '2017-2018', schools: [] },
      { schoolYear: '2018-2019', schools: year(10) },
      { schoolYear: '2019-2020', schools: year(0) },
    ]);
    expect(measures.map(({ title, values }) => [title, values])).toEqual([
      ['Средняя отметка ОГЭ, русский язык', [null, 2.5, 3]],
      ['Доля «2» на ОГЭ, русский язык', [null, 0.5, 0]],
    ]);
  });
});

describe('completeness', () => {
  it('asks for an exam only where its grade is taught', () => {
    const primary = schoolWith('Начальная', {}, { from: 1, to: 4 });
    const full = schoolWith('Средняя', { GIA_AGGREGATE: [oge('Русский язык')] });
    expect(
      completenessOf([primary, full]).map(({ title, expected, known, missing }) => [title, expected, known, missing]),
    ).toEqual([
      ['ОГЭ', 1, 1, []],
      ['ЕГЭ', 1, 0, ['Средняя']],
      ['ВПР: отметки', 2, 0, ['Начальная', 'Средняя']],
      ['ВПР: сравнение с журналом', 2, 0, ['Начальная', 'Средняя']],
      ['ВсОШ', 2, 0, ['Начальная', 'Средняя']],
    ]);
  });
});

describe('small groups', () => {
  const groups = (...sizes: number[]) => sizes.map((participants) => ({ participants }));

  it('never stand as one school or as fewer than five pupils', () => {
    expect(apartGroups(groups(10, 3, 6))).toEqual({ alone: groups(10), together: groups(3, 6) });
    expect(apartGroups(groups(10, 1, 1, 7))).toEqual({ alone: groups(10), together: groups(1, 1, 7) });
    expect(apartGroups(groups(10, 4, 4))).toEqual({ alone: groups(10), together: groups(4, 4) });
    expect(apartGroups(groups(10, 20))).toEqual({ alone: groups(10, 20), together: [] });
    expect(apartGroups(groups(2, 2))).toBeNull();
    expect(apartGroups([])).toBeNull();
  });

  it('keep every pupil and hide every small group, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 10 }), (sizes) => {
        const apart = apartGroups(groups(...sizes));
        const all = sizes.reduce((sum, size) => sum + size, 0);
        expect(apart === null).toBe(all < 5);
        if (apart === null) return;
        const sum = (those: { participants: number }[]) => those.reduce((n, { participants }) => n + participants, 0);
        expect(sum(apart.alone) + sum(apart.together)).toBe(all);
        for (const { participants } of apart.alone) expect(participants).toBeGreaterThanOrEqual(5);
        if (apart.together.length === 0) return;
        expect(apart.together.length).toBeGreaterThanOrEqual(2);
        expect(sum(apart.together)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

it('no figure is outside its scale, whatever the schools', () => {
  fc.assert(
    fc.property(arbitrarySchools, (schools) => {
      for (const line of [...examLines(schools, 'OGE'), ...examLines(schools, 'EGE')]) {
        for (const share of [line.failed, line.quality, line.from81to99, line.full].map(toldValue)) {
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
        }
        const [mark, score] = [toldValue(line.mark), toldValue(line.score)];
        if (mark !== null) expect(mark >= 2 - 1e-9 && mark <= 5 + 1e-9).toBe(true);
        if (score !== null) expect(score >= 0 && score <= 100 + 1e-9).toBe(true);
      }
    }),
  );
});

it('the usual texts name known fields alone and leave none unfilled', () => {
  const values = Object.fromEntries(Object.keys(RESULTS_FIELDS).map((name) => [name, '1']));
  for (const { text } of RESULTS_SECTIONS) {
    expect(unknownFields(text, RESULTS_FIELDS)).toEqual([]);
    expect(filledText(text, values)).not.toMatch(/[{}]/);
  }
});
