import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriterionDefinition, InstrumentDefinition } from '../../lib/domain/instrument';
import { placedCriteria } from '../../lib/domain/instrument';
import { differenceCount, instrumentDifference } from '../../lib/domain/instrument-difference';

function criterion(code: string, changes: Partial<CriterionDefinition> = {}): CriterionDefinition {
  const texts = { help: '', purpose: '', evidence: '', threshold: '', source: '' };
  return {
    code,
    text: `Вопрос ${code}`,
    type: 'YES_NO',
    applicability: 'ALL',
    signs: [],
    stable: false,
    ...texts,
    ...changes,
  };
}

function instrument(groups: Record<string, CriterionDefinition[]>, title = 'Таблица 1'): InstrumentDefinition {
  return {
    tables: [
      {
        code: 'T1',
        title,
        track: 'LOW_RESULTS',
        groups: Object.entries(groups).map(([code, criteria]) => ({ code, title: `Группа ${code}`, criteria })),
      },
    ],
  };
}

const original = instrument({ A: ['1', '2', '3', '4'].map((code) => criterion(code)), B: [criterion('5')] });

describe('difference of two versions', () => {
  it('is empty for the same instrument', () => {
    expect(differenceCount(instrumentDifference(original, structuredClone(original)))).toBe(0);
  });

  it('names added and removed criteria with their place', () => {
    const changed = instrument({
      A: ['1', '2', '4'].map((code) => criterion(code)),
      B: [criterion('5'), criterion('6')],
    });
    const difference = instrumentDifference(original, changed);
    expect(difference.added).toEqual([{ code: '6', text: 'Вопрос 6', table: 'Таблица 1', group: 'Группа B' }]);
    expect(difference.removed).toEqual([{ code: '3', text: 'Вопрос 3', table: 'Таблица 1', group: 'Группа A' }]);
    expect(difference.moved).toEqual([]);
    expect(differenceCount(difference)).toBe(2);
  });

  it('tells a new wording from another type, sign or explanation', () => {
    const signs = [{ code: 'S1', text: 'Признак', help: '' }];
    const changed = instrument({
      A: [
        criterion('1', { text: 'Иначе' }),
        criterion('2', { type: 'SIGN_COUNT', signs }),
        criterion('3'),
        criterion('4'),
      ],
      B: [criterion('5', { purpose: 'Закон' })],
    });
    const difference = instrumentDifference(original, changed);
    expect(difference.reworded.map(({ code, fields }) => ({ code, fields }))).toEqual([
      { code: '1', fields: ['text'] },
    ]);
    expect(difference.adjusted.map(({ code, fields }) => ({ code, fields }))).toEqual([
      { code: '2', fields: ['type', 'signs'] },
      { code: '5', fields: ['purpose'] },
    ]);
  });

  it('calls moved only what must move', () => {
    const changed = instrument({
      A: ['2', '3', '1'].map((code) => criterion(code)),
      B: [criterion('4'), criterion('5')],
    });
    const { moved } = instrumentDifference(original, changed);
    expect(moved.map(({ code, withinGroup }) => ({ code, withinGroup }))).toEqual([
      { code: '1', withinGroup: true },
      { code: '4', withinGroup: false },
    ]);
    expect(moved[1]).toMatchObject({ from: { group: 'Группа A' }, to: { group: 'Группа B' } });
  });

  it('names what happened to tables and groups', () => {
    const criteria = { A: original.tables[0]?.groups[0]?.criteria ?? [], C: [criterion('5')] };
    const changed = instrument(criteria, 'Новое название');
    changed.tables = changed.tables.map((table) => ({ ...table, track: 'ADVERSE_CONDITIONS' }));
    const { headings } = instrumentDifference(original, changed);
    expect(headings.map(({ kind, code, change }) => `${kind} ${code} ${change}`)).toEqual([
      'TABLE T1 RETITLED',
      'TABLE T1 OTHER_TRACK',
      'GROUP C ADDED',
      'GROUP B REMOVED',
    ]);
    const swapped = instrument({ B: [criterion('5')], A: criteria.A });
    expect(instrumentDifference(original, swapped).headings.map(({ change }) => change)).toEqual(['MOVED']);
  });

  it('accounts for every criterion and is mirrored when read backwards', () => {
    const codes = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { maxLength: 7 });
    fc.assert(
      fc.property(codes, codes, fc.nat(7), (first, second, cut) => {
        const before = instrument({ A: first.map((code) => criterion(code)), B: [] });
        const after = instrument({
          A: second.slice(0, cut).map((code) => criterion(code)),
          B: second.slice(cut).map((code) => criterion(code)),
        });
        const forth = instrumentDifference(before, after);
        const back = instrumentDifference(after, before);
        expect(forth.added.map(({ code }) => code).sort()).toEqual(back.removed.map(({ code }) => code).sort());
        expect(forth.moved.length).toBe(back.moved.length);
        const kept = placedCriteria(after).length - forth.added.length;
        expect(placedCriteria(before).length - forth.removed.length).toBe(kept);
      }),
    );
  });
});
