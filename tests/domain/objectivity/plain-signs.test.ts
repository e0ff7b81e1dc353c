import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardTasks, pooledTasks, type TaskResult } from '../../../lib/domain/objectivity/hard-tasks';
import { type HighMeanData, highMean } from '../../../lib/domain/objectivity/high-mean';
import { fiokoList, medals, yearMarks } from '../../../lib/domain/objectivity/outside-signs';
import { DEFAULT_SETTINGS } from '../../../lib/domain/objectivity/settings';
import { type ChangeSide, type MarkCounts, sharpChange } from '../../../lib/domain/objectivity/sharp-change';

const region = <Value>(value: Value) => ({ value, isMunicipality: false });

describe('S1, worked by hand', () => {
  // school: 8 × 12 and 8 × 14, mean 13, s = √(16/15) = 1.0328, n = 16: lower bound 13 − 1.96·1.0328/4 = 12.494
  const school = [...new Array<number>(12).fill(0), 8, 0, 8];
  // region: 200 × 11 and 200 × 13, mean 12, s = 1.00125, N = 400: upper bound 12 + 1.96·1.00125/20 = 12.098
  const regions = [...new Array<number>(11).fill(0), 200, 0, 200];
  const data: HighMeanData = {
    ...{ pupils: school, reference: region(regions), advanced: false },
    ...{ ege: null, egeReference: null },
  };

  it('the bounds are compared, and the figures say by what', () => {
    const sign = highMean(data, DEFAULT_SETTINGS);
    expect(sign.result).toBe('SIGN');
    expect(sign.figures.lowerBound).toBeCloseTo(12.494, 3);
    expect(sign.figures.upperBound).toBeCloseTo(12.098, 3);
  });

  it('advanced study or ЕГЭ not below the region takes it back', () => {
    expect(highMean({ ...data, advanced: true }, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_SIGN',
      figures: { above: 1, advanced: 1 },
    });
    const ege = (mean: number) => highMean({ ...data, ege: mean, egeReference: region(60) }, DEFAULT_SETTINGS);
    expect(ege(60)).toMatchObject({ result: 'NO_SIGN', figures: { confirmedByEge: 1 } });
    expect(ege(59.9).result).toBe('SIGN');
  });

  it('abstains below 10 pupils and without a region', () => {
    expect(highMean({ ...data, pupils: [0, 0, 9] }, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_DATA',
      figures: { n: 9 },
    });
    expect(highMean({ ...data, reference: null }, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });

  it('a least distance can be asked for besides', () => {
    // the means lie 1 apart, which is 0.99875 of the region's deviation
    expect(highMean(data, { ...DEFAULT_SETTINGS, s1LeastGap: 0.99 }).result).toBe('SIGN');
    expect(highMean(data, { ...DEFAULT_SETTINGS, s1LeastGap: 1 }).result).toBe('NO_SIGN');
  });
});

describe('S3, worked by hand', () => {
  /** 10 pupils whose mean is `mean` */
  const around = (mean: number) => {
    const pupils = new Array<number>(30).fill(0);
    pupils[mean - 1] = 5;
    pupils[mean + 1] = 5;
    return pupils;
  };
  // means 8, 10, 10, 12, 10: centre 10, deviation √(8/5) = 1.2649
  const others = [8, 10, 10, 12].map(around);
  const side = (own: number): ChangeSide => ({
    ...{ pupils: around(own), schools: [around(own), ...others] },
    ...{ marks: null, marksReference: null },
  });

  it('a change of one deviation over the schools is a sign, in either direction', () => {
    const still = sharpChange(side(10), side(10), DEFAULT_SETTINGS);
    expect(still).toMatchObject({ result: 'NO_SIGN', figures: { z: 0, zBefore: 0, byScores: 1, schools: 5 } });
    // own mean 13 among 8, 10, 10, 12: centre 10.6, deviation √(15.2/5) = 1.7436, z = 1.3765
    const fallen = sharpChange(side(13), side(10), DEFAULT_SETTINGS);
    expect(fallen.result).toBe('SIGN');
    expect(fallen.figures.change).toBeCloseTo(-1.3765, 3);
    expect(sharpChange(side(10), side(13), DEFAULT_SETTINGS).result).toBe('SIGN');
  });

  it('by marks where scores are missing: 20 points of «4» and «5» beside the region', () => {
    const marks = (low: number, high: number): MarkCounts => ({ n2: 0, n3: low, n4: high, n5: 0 });
    const bySide = (own: MarkCounts, all: MarkCounts): ChangeSide => ({
      ...{ pupils: null, schools: [], marks: own, marksReference: region(all) },
    });
    // own 0.8 → 0.5, region 0.6 → 0.5: −0.3 against −0.1
    const change = (after: MarkCounts) =>
      sharpChange(bySide(marks(4, 16), marks(40, 60)), bySide(after, marks(50, 50)), DEFAULT_SETTINGS);
    expect(change(marks(10, 10))).toMatchObject({ result: 'SIGN', figures: { byScores: 0 } });
    expect(change(marks(9, 11)).result).toBe('NO_SIGN');
    expect(change(marks(3, 6)).result).toBe('NO_DATA');
  });

  it('abstains with fewer than five schools to stand among', () => {
    const few = { ...side(10), schools: others };
    expect(sharpChange(few, few, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });
});

describe('S5, worked by hand', () => {
  const tasks = (easy: number, hard: number, participants: number | null = 20): TaskResult[] => [
    { task: '1', level: 'Б', participants, percent: easy },
    { task: '2', level: 'Б', participants, percent: 80 },
    { task: '3', level: 'П', participants, percent: hard },
    { task: '4', level: 'В', participants, percent: 20 },
  ];
  const reference = region<readonly TaskResult[]>(tasks(70, 40));

  it('3 points worse and 3 better on average, both', () => {
    // easy −6 and 0: mean −3; hard +6 and 0: mean 3
    expect(hardTasks(tasks(64, 46), reference, null, DEFAULT_SETTINGS)).toMatchObject({
      result: 'SIGN',
      figures: { easyDifference: -3, hardDifference: 3, easyTasks: 2, hardTasks: 2 },
    });
    expect(hardTasks(tasks(65, 46), reference, null, DEFAULT_SETTINGS).result).toBe('NO_SIGN');
    expect(hardTasks(tasks(64, 45), reference, null, DEFAULT_SETTINGS).result).toBe('NO_SIGN');
  });

  it('participants come from another file of the work where the tasks do not tell', () => {
    expect(hardTasks(tasks(64, 46, null), reference, 12, DEFAULT_SETTINGS).result).toBe('SIGN');
    expect(hardTasks(tasks(64, 46, null), reference, 9, DEFAULT_SETTINGS).result).toBe('NO_DATA');
    expect(hardTasks(tasks(64, 46, null), reference, null, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });

  it('abstains without hard tasks in common, and weights schools by participants', () => {
    const easy = tasks(64, 46).slice(0, 2);
    expect(hardTasks(easy, reference, null, DEFAULT_SETTINGS).result).toBe('NO_DATA');
    // 10 × 50 and 30 × 90: 80
    expect(pooledTasks([tasks(50, 0, 10).slice(0, 1), tasks(90, 0, 30).slice(0, 1)])).toEqual([
      { task: '1', level: 'Б', participants: 40, percent: 80 },
    ]);
  });
});

describe('S6, S7 and S8, worked by hand', () => {
  it('S6: a marker for the work; without a line in the list the portal abstains', () => {
    expect(fiokoList(1, 1, DEFAULT_SETTINGS).result).toBe('SIGN');
    expect(fiokoList(0, 2, DEFAULT_SETTINGS).result).toBe('NO_SIGN');
    expect(fiokoList(1, 1, { ...DEFAULT_SETTINGS, s6Markers: 2 }).result).toBe('NO_SIGN');
    expect(fiokoList(null, null, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });

  it('S7: one candidate who did not confirm', () => {
    expect(medals({ candidates: 3, confirmed: 2 }, DEFAULT_SETTINGS)).toMatchObject({
      result: 'SIGN',
      figures: { unconfirmed: 1 },
    });
    expect(medals({ candidates: 0, confirmed: 0 }, DEFAULT_SETTINGS).result).toBe('NO_SIGN');
    expect(medals(null, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });

  it('S8: 40 % lowered, or 10 % lowered by 2', () => {
    const of = (lowered: number, confirmed: number, lowered2: number | null) =>
      yearMarks({ lowered, confirmed, raised: 0, lowered2 }, DEFAULT_SETTINGS).result;
    expect(of(4, 6, 0)).toBe('SIGN');
    expect(of(3, 7, null)).toBe('NO_SIGN');
    expect(of(1, 9, 1)).toBe('SIGN');
    expect(of(4, 5, 4)).toBe('NO_DATA');
  });
});

describe('properties', () => {
  const counts = fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 20 });

  it('S1: more pupils with the same results never take a sign back', () => {
    fc.assert(
      fc.property(counts, counts, (pupils, regions) => {
        const at = (times: number) =>
          highMean(
            {
              ...{ pupils: pupils.map((count) => count * times), reference: region(regions), advanced: false },
              ...{ ege: null, egeReference: null },
            },
            DEFAULT_SETTINGS,
          ).result;
        if (at(1) === 'SIGN') expect(at(4)).toBe('SIGN');
      }),
    );
  });

  it('S8: one more lowered pupil in place of a confirmed one never takes a sign back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 60 }), (lowered, confirmed) => {
        const of = (more: number) =>
          yearMarks(
            { lowered: lowered + more, confirmed: confirmed - more, raised: 0, lowered2: null },
            DEFAULT_SETTINGS,
          ).result;
        if (of(0) === 'SIGN') expect(of(1)).toBe('SIGN');
        if (of(0) === 'NO_DATA') expect(of(1)).toBe('NO_DATA');
      }),
    );
  });
});
