import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMove, type EditAction, edit, placeOf } from '../../components/instruments/editor/edit-actions';
import {
  type AnyPart,
  type EditedInstrument,
  editedInstrument,
  enteredDraft,
  type InstrumentDraft,
  storedDraft,
} from '../../components/instruments/editor/edited-instrument';
import {
  newRule,
  numberOf,
  ruleFor,
  thresholdOf,
  typedThreshold,
} from '../../components/instruments/editor/edited-rule';
import { newCriterion, newGroup, newSign, newTable } from '../../components/instruments/editor/new-parts';
import { errorsOnPage, faultsByPart } from '../../components/instruments/editor/part-faults';
import { MEASURE_CODES } from '../../lib/domain/evidence/rule';
import { ruleFaults } from '../../lib/domain/evidence/rule-validity';
import type { CriterionDefinition } from '../../lib/domain/instrument';
import { instrumentFaults } from '../../lib/domain/instrument-validity';

const NOTHING_KNOWN = { tables: [], groups: [], criteria: [] };

function criterion(code: string, changes: Partial<CriterionDefinition> = {}): CriterionDefinition {
  return {
    code,
    text: `Вопрос ${code}`,
    type: 'YES_NO',
    applicability: 'ALL',
    signs: [],
    help: '',
    purpose: 'Цель',
    evidence: '',
    threshold: '',
    source: '',
    stable: false,
    ...changes,
  };
}

const signs = ['S1', 'S2'].map((code) => ({ code, text: `Признак ${code}`, help: '' }));
const group = (code: string, criteria: CriterionDefinition[]) => ({ code, title: `Группа ${code}`, criteria });

const draft: InstrumentDraft = {
  title: 'Карта',
  definition: {
    tables: [
      {
        code: 'T1',
        title: 'Первая',
        track: 'LOW_RESULTS',
        groups: [
          group('A', [criterion('1'), criterion('2')]),
          group('B', [criterion('3', { type: 'SIGN_COUNT', signs })]),
        ],
      },
      { code: 'T2', title: 'Вторая', track: 'ADVERSE_CONDITIONS', groups: [group('C', [criterion('4')])] },
    ],
  },
};

const loaded = editedInstrument(draft);

/** «A: 1 2 | B: 3 | C: 4» */
function order(instrument: EditedInstrument): string {
  return instrument.children
    .flatMap((table) => table.children)
    .map((each) => `${each.data.code}: ${each.children.map(({ data }) => data.code).join(' ')}`)
    .join(' | ');
}

function keysOf(part: AnyPart): string[] {
  return [part.key, ...part.children.flatMap(keysOf)];
}

function codesOf(instrument: EditedInstrument): string[] {
  return instrument.children.flatMap((table) =>
    table.children.flatMap((each) => each.children.map(({ data }) => data.code)),
  );
}

describe('the editor’s document', () => {
  it('gives back what it took', () => {
    expect(enteredDraft(loaded)).toEqual(draft);
    expect(storedDraft(loaded)).toEqual(draft);
    expect(new Set(keysOf(loaded)).size).toBe(keysOf(loaded).length);
  });

  it('moves criteria through groups and tables, groups through tables, signs within their criterion', () => {
    const move = (instrument: EditedInstrument, key: string, step: 1 | -1) =>
      edit(instrument, { type: 'move', key, step });
    expect(order(move(loaded, 't0-g0-c0', 1))).toBe('A: 2 1 | B: 3 | C: 4');
    expect(order(move(loaded, 't0-g0-c1', 1))).toBe('A: 1 | B: 2 3 | C: 4');
    expect(order(move(loaded, 't1-g0-c0', -1))).toBe('A: 1 2 | B: 3 4 | C: ');
    expect(order(move(loaded, 't1-g0', -1))).toBe('A: 1 2 | B: 3 | C: 4');
    expect(move(loaded, 't1-g0', -1).children.map((table) => table.children.length)).toEqual([3, 0]);
    expect(order(move(loaded, 't1', -1))).toBe('C: 4 | A: 1 2 | B: 3');
    expect(canMove(loaded, 't0-g1-c0-s0', -1)).toBe(false);
    expect(canMove(loaded, 't0-g1-c0-s0', 1)).toBe(true);
    for (const [key, step] of [
      ['t0', -1],
      ['t1', 1],
      ['t0-g0-c0', -1],
      ['t1-g0-c0', 1],
      ['gone', 1],
    ] as const) {
      expect(move(loaded, key, step)).toBe(loaded);
    }
  });

  it('places a criterion into another group, removes it and brings it back', () => {
    const placed = edit(loaded, { type: 'place', key: 't0-g0-c0', parentKey: 't1-g0' });
    expect(order(placed)).toBe('A: 2 | B: 3 | C: 4 1');
    const place = placeOf(loaded, 't0-g0-c1');
    const without = edit(loaded, { type: 'remove', key: 't0-g0-c1' });
    expect(order(without)).toBe('A: 1 | B: 3 | C: 4');
    const part = place?.parent.children[place.index];
    if (!place || !part) throw new Error('expected a place');
    const back = edit(without, { type: 'insert', parentKey: place.parent.key, index: place.index, part });
    expect(enteredDraft(back)).toEqual(draft);
  });

  it('changes one part and leaves the others the same objects', () => {
    const changed = edit(loaded, { type: 'change', key: 't0-g0-c0', data: { text: 'Иначе' } });
    expect(changed.children[1]).toBe(loaded.children[1]);
    expect(changed.children[0]?.children[1]).toBe(loaded.children[0]?.children[1]);
    expect(changed.children[0]?.children[0]?.children[0]?.data.text).toBe('Иначе');
  });

  it('keeps the signs of a criterion turned into «да или нет» in the tab and does not store them', () => {
    const turned = edit(loaded, { type: 'change', key: 't0-g1-c0', data: { type: 'YES_NO' } });
    expect(enteredDraft(turned).definition.tables[0]?.groups[1]?.criteria[0]?.signs).toEqual(signs);
    expect(storedDraft(turned).definition.tables[0]?.groups[1]?.criteria[0]?.signs).toEqual([]);
    expect(instrumentFaults(storedDraft(turned).definition)).toEqual([]);
  });

  it('keeps a rule in the tab and stores it where it fits the criterion alone', () => {
    const rule = newRule('OGE_RUSSIAN_FAILED_SHARE');
    const ruled = edit(loaded, { type: 'change', key: 't0-g0-c0', data: { rule } });
    const firstOf = (one: InstrumentDraft) => one.definition.tables[0]?.groups[0]?.criteria[0];
    expect(firstOf(storedDraft(ruled))?.rule).toEqual(rule);
    const turned = edit(ruled, { type: 'change', key: 't0-g0-c0', data: { type: 'SIGN_COUNT' } });
    expect(firstOf(enteredDraft(turned))?.rule).toEqual(rule);
    expect(firstOf(storedDraft(turned))).not.toHaveProperty('rule');
    const without = edit(ruled, { type: 'change', key: 't0-g0-c0', data: { rule: undefined } });
    expect(firstOf(storedDraft(without))).not.toHaveProperty('rule');
  });

  it('loses and doubles nothing, whatever is moved', () => {
    const keys = fc.constantFrom(...keysOf(loaded));
    const step = fc.constantFrom(1 as const, -1 as const);
    const actions = fc.array(fc.record({ type: fc.constant('move' as const), key: keys, step }), { maxLength: 30 });
    fc.assert(
      fc.property(actions, (moves: EditAction[]) => {
        const after = moves.reduce(edit, loaded);
        expect(keysOf(after).sort()).toEqual(keysOf(loaded).sort());
        expect(codesOf(after).sort()).toEqual(['1', '2', '3', '4']);
      }),
    );
  });
});

describe('new parts', () => {
  it('get codes that are free here and in the version that was copied', () => {
    const table = loaded.children[0];
    const into = table?.children[0];
    const withSigns = table?.children[1]?.children[0];
    if (!table || !into || !withSigns) throw new Error('parts expected');
    const known = { tables: ['T3'], groups: ['G1'], criteria: ['T1.A.01'] };
    expect(newTable(loaded, known).data.code).toBe('T4');
    expect(newGroup(loaded, known).data.code).toBe('G2');
    expect(newCriterion(loaded, table, into, known).data.code).toBe('T1.A.02');
    expect(newCriterion(loaded, table, into, NOTHING_KNOWN).data.code).toBe('T1.A.01');
    expect(newSign(withSigns).data.code).toBe('S3');
    const keys = [newTable, newGroup].map((make) => make(loaded, NOTHING_KNOWN).key);
    expect(new Set([...keys, ...keysOf(loaded)]).size).toBe(keysOf(loaded).length + 2);
  });
});

describe('faults on the page', () => {
  it('stand at their fields, wherever the part was moved, and say where that is', () => {
    const emptied = edit(loaded, { type: 'change', key: 't0-g0-c0', data: { text: '', purpose: '' } });
    const moved = edit(emptied, { type: 'place', key: 't0-g0-c0', parentKey: 't1-g0' });
    const errors = instrumentFaults(storedDraft(moved).definition);
    expect([...faultsByPart(moved, errors)].map(([key, faults]) => [key, Object.keys(faults).sort()])).toEqual([
      ['t0-g0-c0', ['purpose', 'text']],
    ]);
    expect(errorsOnPage(moved, errors).map(({ path, message }) => `${path} ${message.split(':')[0]}`)).toEqual([
      't0-g0-c0-text Критерий 4',
      't0-g0-c0-purpose Критерий 4',
    ]);
  });

  it('of empty lists stand at the list, of codes of groups at the title', () => {
    const emptied = edit(edit(loaded, { type: 'remove', key: 't1-g0-c0' }), { type: 'remove', key: 't0-g1-c0-s0' });
    const without = edit(emptied, { type: 'remove', key: 't0-g1-c0-s1' });
    const paths = errorsOnPage(without, instrumentFaults(storedDraft(without).definition)).map(({ path }) => path);
    expect(paths).toEqual(['t0-g1-c0-children', 't1-g0-children']);
    const clash = edit(loaded, { type: 'change', key: 't1-g0', data: { code: 'A' } });
    const [error] = errorsOnPage(clash, instrumentFaults(storedDraft(clash).definition));
    expect(error).toMatchObject({ path: 't1-g0-title', message: expect.stringMatching(/^Группа «Группа C»: /) });
  });
});

describe('the rule under the hand', () => {
  it('begins as one that can be published, whatever is measured', () => {
    for (const measure of MEASURE_CODES.filter((code) => code !== 'OBJECTIVITY_SIGNS')) {
      const rule = newRule(measure);
      expect(ruleFaults('YES_NO', rule, 'rule')).toEqual([]);
      expect(ruleFor('YES_NO', rule)).toBe(rule);
      expect(ruleFor('SIGN_COUNT', rule)).toBeUndefined();
    }
  });

  it('writes shares in percent and reads back the very number', () => {
    expect(typedThreshold('OGE_RUSSIAN_FAILED_SHARE', 0.3)).toBe('30');
    expect(typedThreshold('OGE_RUSSIAN_FAILED_SHARE', 0.285)).toBe('28,5');
    expect(typedThreshold('OGE_RUSSIAN_MEAN_MARK', 3.5)).toBe('3,5');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const share = Number((hundredths / 10_000).toFixed(4));
        const typed = typedThreshold('OGE_RUSSIAN_FAILED_SHARE', share);
        expect(thresholdOf('OGE_RUSSIAN_FAILED_SHARE', typed)).toBe(share);
      }),
    );
    expect(['2,5', '1 234', '30 %', '', 'много', '-1', '1e3'].map(numberOf)).toEqual([
      2.5,
      1234,
      30,
      null,
      null,
      null,
      null,
    ]);
  });
});
