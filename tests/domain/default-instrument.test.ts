import { describe, expect, it } from 'vitest';
import { parseDefaultInstrument } from '../../lib/domain/default-instrument';
import { propose, ruleFault } from '../../lib/domain/identification';
import { placedCriteria } from '../../lib/domain/instrument';
import { instrumentFaults } from '../../lib/domain/instrument-validity';
import { scoreOf } from '../../lib/domain/scoring';
import instrument from '../../prisma/instruments/default.json';
import texts from '../../prisma/instruments/default-texts.json';

const parsed = parseDefaultInstrument(instrument, texts);
const criteria = placedCriteria(parsed.definition);
const full = { from: 1, to: 11 };

describe('the default instrument', () => {
  it('has the two tables, the groups of the method and all criteria of the file', () => {
    expect(parsed.title).toBe('Диагностическая карта, версия по умолчанию');
    expect(parsed.definition.tables.map((table) => [table.code, table.track, table.groups.map((g) => g.code)])).toEqual(
      [
        ['T1', 'LOW_RESULTS', ['OGE', 'EGE', 'OBJ', 'OLY', 'INT']],
        ['T2', 'ADVERSE_CONDITIONS', ['SOC', 'RES']],
      ],
    );
    expect(criteria.map(({ criterion }) => criterion.code)).toEqual(
      instrument.tables.flatMap((table) => table.criteria.map((criterion) => criterion.code)),
    );
    expect(criteria).toHaveLength(34);
  });

  it('keeps the wording of the file to the letter', () => {
    const wording = instrument.tables.flatMap((table) => table.criteria.map((criterion) => criterion.text_ru));
    expect(criteria.map(({ criterion }) => criterion.text)).toEqual(wording);
  });

  it('gives a full school the maximum of 29 in table 1: 21 yes/no and 8 signs (domain.md (a)), and 12 in table 2', () => {
    expect(scoreOf(parsed.definition, full, {}).tables.map((table) => table.maximum)).toEqual([29, 12]);
  });

  it('gives a basic school no ЕГЭ and a primary school neither examination', () => {
    const maximum = (to: number) => scoreOf(parsed.definition, { from: 1, to }, {}).tables[0]?.maximum;
    // without 11: − 6 ЕГЭ − 1 качество СОО; without 7–9 as well: − 6 ОГЭ − 1 качество ООО − 2 ВсОШ
    expect(maximum(9)).toBe(22);
    expect(maximum(4)).toBe(13);
  });

  it('counts signs S1…S8 in the one criterion of objectivity, each explained', () => {
    const counting = criteria.filter(({ criterion }) => criterion.type === 'SIGN_COUNT');
    expect(counting.map(({ criterion }) => criterion.code)).toEqual(['T1.OBJ.01']);
    const signs = counting[0]?.criterion.signs ?? [];
    expect(signs.map((sign) => sign.code)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
    expect(signs.every((sign) => sign.text.length > 0 && sign.help.length > 40)).toBe(true);
  });

  it('explains every criterion in Russian: meaning, cost, where to look, purpose, threshold, origin', () => {
    for (const { criterion } of criteria) {
      expect(criterion.help, criterion.code).toMatch(/Где\u00a0?\s?взять:/);
      expect(criterion.help, criterion.code).toMatch(/добавляет 1\u00a0балл\.$/);
      for (const words of [
        criterion.help,
        criterion.purpose,
        criterion.evidence,
        criterion.threshold,
        criterion.source,
      ]) {
        expect(words, criterion.code).toMatch(/[А-Яа-яЁё]{3}/);
        expect(words, criterion.code).not.toMatch(/DESIGN|SEED|Q1|Q3|value|доказана/);
      }
    }
  });

  it('marks as our proposal all but the criterion that the method names', () => {
    const own = criteria.filter(({ criterion }) => !criterion.source.startsWith('Предложение разработчиков портала'));
    expect(own.map(({ criterion }) => criterion.code)).toEqual(['T1.OBJ.01']);
  });

  it('carries over conditions, never results, vacancies or signs', () => {
    const stable = criteria.filter(({ criterion }) => criterion.stable).map(({ criterion }) => criterion.code);
    expect(stable.every((code) => code.startsWith('T2.'))).toBe(true);
    expect(stable).not.toContain('T2.RES.01');
    expect(stable).toHaveLength(11);
  });

  it('has a rule where the file says that data answer, and none where only people can', () => {
    const automatic = instrument.tables.flatMap(({ criteria: all }) =>
      all.filter(({ auto }) => auto).map(({ code }) => code),
    );
    const ruled = criteria.filter(({ criterion }) => criterion.rule).map(({ criterion }) => criterion.code);
    expect(ruled).toEqual(automatic);
    expect(ruled).toHaveLength(31);
    expect(instrumentFaults(parsed.definition)).toEqual([]);
  });

  it('compares as the thresholds of the file say', () => {
    for (const { code, threshold } of instrument.tables.flatMap((table) => table.criteria)) {
      const rule = criteria.find(({ criterion }) => criterion.code === code)?.criterion.rule;
      if (!rule) continue;
      const { comparison, minimumN } = rule;
      const said =
        threshold === 'value >= Q3'
          ? { kind: 'QUARTILE', operator: '>=', quartile: 3 }
          : threshold === 'value <= Q1'
            ? { kind: 'QUARTILE', operator: '<=', quartile: 1 }
            : threshold === 'value == 0' || threshold === 'any == 0'
              ? { kind: 'FIXED', operator: '<=', value: 0 }
              : threshold === '1 point per sign found'
                ? null
                : { kind: 'FIXED', operator: '>=', value: Number(/>= ([\d.]+)/.exec(threshold ?? '')?.[1]) };
      expect(comparison, code).toEqual(said);
      expect(minimumN, code).toBe(
        comparison === null ? 0 : Number(/and participants >= (\d+)/.exec(threshold ?? '')?.[1] ?? 1),
      );
    }
  });

  it('starts with a rule for each track that can be applied', () => {
    expect(parsed.rules.map((rule) => [rule.track, rule.tableCode])).toEqual([
      ['LOW_RESULTS', 'T1'],
      ['ADVERSE_CONDITIONS', 'T2'],
    ]);
    for (const rule of parsed.rules) {
      expect(ruleFault(rule)).toBeNull();
      const half = { schoolId: '1', schoolCode: 's', name: 'С', negativeSum: 6, maximum: 12 };
      expect(propose(rule, [half])).toEqual(new Set(['s']));
    }
  });

  it('refuses files of another shape and criteria without a text', () => {
    expect(() => parseDefaultInstrument({}, texts)).toThrow();
    expect(() => parseDefaultInstrument(instrument, { ...texts, criteria: {} })).toThrow('T1.OGE.01');
  });
});
