import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDefaultInstrument } from '../../lib/domain/default-instrument';
import type { CriterionDefinition, InstrumentDefinition } from '../../lib/domain/instrument';
import { instrumentFaults, TEXT_LIMITS } from '../../lib/domain/instrument-validity';
import defaultInstrument from '../../prisma/instruments/default.json';
import defaultTexts from '../../prisma/instruments/default-texts.json';
import { anyInstrument, instrumentOf, signCount, tableOf, yesNo } from './arbitrary-cards';

const paths = (instrument: InstrumentDefinition) => instrumentFaults(instrument).map((error) => error.path);
const criterion = 'tables.0.groups.0.criteria.0';
const withOne = (more: Partial<CriterionDefinition>) => instrumentOf(yesNo('A', more));

describe('instrumentFaults', () => {
  it('finds nothing in the default instrument', () => {
    expect(instrumentFaults(parseDefaultInstrument(defaultInstrument, defaultTexts).definition)).toEqual([]);
  });

  it('wants a table, a group and a criterion', () => {
    expect(paths({ tables: [] })).toEqual(['tables']);
    expect(paths({ tables: [{ ...tableOf('T1', []), groups: [] }] })).toEqual(['tables.0.groups']);
    expect(paths({ tables: [tableOf('T1', [])] })).toEqual(['tables.0.groups.0.criteria']);
  });

  it('wants texts and a purpose', () => {
    expect(paths(withOne({ text: ' \u00a0' }))).toEqual([`${criterion}.text`]);
    expect(paths(withOne({ purpose: '' }))).toEqual([`${criterion}.purpose`]);
    const untitled = tableOf('T1', [yesNo('A')]);
    expect(paths({ tables: [{ ...untitled, title: '' }] })).toEqual(['tables.0.title']);
    expect(
      paths({ tables: [{ ...untitled, groups: untitled.groups.map((group) => ({ ...group, title: '' })) }] }),
    ).toEqual(['tables.0.groups.0.title']);
  });

  it('wants codes of the agreed letters that nobody else has', () => {
    for (const code of ['', 'T1 A', 'Т1', '.A', '__proto__', 'A/B', 'A\n']) {
      expect(paths(withOne({ code })), code).toEqual([`${criterion}.code`]);
    }
    expect(paths(instrumentOf(yesNo('A'), yesNo('A')))).toEqual(['tables.0.groups.0.criteria.1.code']);
    const twice = { tables: [tableOf('T1', [yesNo('A')]), tableOf('T1', [yesNo('B')])] };
    expect(paths(twice)).toEqual(['tables.1.code', 'tables.1.groups.0.code']);
    const [first, second] = [tableOf('T1', [yesNo('A')]), tableOf('T2', [yesNo('A')])];
    expect(paths({ tables: [first, second] })).toEqual(['tables.1.groups.0.criteria.0.code']);
  });

  it('wants signs where signs are counted, each with its own code, and none elsewhere', () => {
    expect(paths(instrumentOf(signCount('S', [])))).toEqual([`${criterion}.signs`]);
    expect(paths(instrumentOf(signCount('S', ['S1', 'S1'])))).toEqual([`${criterion}.signs.1.code`]);
    expect(paths(withOne({ signs: [{ code: 'S1', text: 'Признак', help: '' }] }))).toEqual([`${criterion}.signs`]);
    expect(paths(instrumentOf(signCount('S', [], { signs: [{ code: 'S1', text: '', help: '' }] })))).toEqual([
      `${criterion}.signs.0.text`,
    ]);
    expect(paths(instrumentOf(signCount('S1', ['S1']), signCount('S2', ['S1'])))).toEqual([]);
  });

  it('limits the length of what is written', () => {
    const long = (limit: number) => 'я'.repeat(limit + 1);
    for (const field of ['text', 'help', 'purpose', 'evidence', 'threshold', 'source'] as const) {
      expect(paths(withOne({ [field]: long(TEXT_LIMITS[field]) })), field).toEqual([`${criterion}.${field}`]);
      expect(paths(withOne({ [field]: 'я'.repeat(TEXT_LIMITS[field]) })), field).toEqual([]);
    }
    const [tooLong] = instrumentFaults(withOne({ text: long(500) }));
    expect(tooLong?.message).toBe('Текст слишком длинный, 501 из\u00a0500\u00a0знаков: сократите его.');
  });

  it('says every fault in Russian', () => {
    const bad = instrumentOf(yesNo('', { text: '', purpose: '' }), signCount('S', []));
    const messages = instrumentFaults(bad).map((error) => error.message);
    expect(messages).toHaveLength(4);
    for (const message of messages) expect(message).toMatch(/^[А-Я].*\.$/);
  });

  it('finds a fault in every instrument with an empty part, none in one whose parts are filled', () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        const groups = instrument.tables.flatMap((table) => table.groups);
        const complete =
          instrument.tables.every((table) => table.groups.length > 0) &&
          groups.every((group) => group.criteria.length > 0);
        expect(instrumentFaults(instrument).length === 0).toBe(complete);
      }),
    );
  });
});
