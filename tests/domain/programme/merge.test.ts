/** Three-way merge: nothing of either side is lost, and what cannot be decided is given back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProgrammeContent, readProgramme } from '@/lib/domain/programme/content';
import { mergeThree, withField } from '@/lib/domain/programme/merge';

const base: ProgrammeContent = readProgramme({
  passport: { responsible: 'Директор' },
  aims: [
    { id: 'a-1', text: 'Первая', tasks: '' },
    { id: 'a-2', text: 'Вторая', tasks: '' },
  ],
});
const withAims = (aims: ProgrammeContent['aims']): ProgrammeContent => ({ ...base, aims });

describe('the merge of two windows', () => {
  it('keeps changes of different fields of one line', () => {
    const mine = withAims([{ id: 'a-1', text: 'Моя', tasks: '' }, ...base.aims.slice(1)]);
    const theirs = withAims([{ id: 'a-1', text: 'Первая', tasks: 'Их задача' }, ...base.aims.slice(1)]);
    const { value, conflicts } = mergeThree(base, mine, theirs);
    expect(value.aims[0]).toEqual({ id: 'a-1', text: 'Моя', tasks: 'Их задача' });
    expect(conflicts).toEqual([]);
  });

  it('gives a field that both changed back to be chosen, and theirs stands until then', () => {
    const mine = withAims([{ id: 'a-1', text: 'Моя', tasks: '' }, ...base.aims.slice(1)]);
    const theirs = withAims([{ id: 'a-1', text: 'Их', tasks: '' }, ...base.aims.slice(1)]);
    const { value, conflicts } = mergeThree(base, mine, theirs);
    expect(value.aims[0]?.text).toBe('Их');
    expect(conflicts).toEqual([{ path: 'aims/a-1/text', mine: 'Моя', theirs: 'Их' }]);
    expect(withField(value, 'aims/a-1/text', 'Моя').aims[0]?.text).toBe('Моя');
  });

  it('keeps lines that both added, and a line that one removed and the other changed', () => {
    const mine = withAims([
      { id: 'a-2', text: 'Вторая', tasks: '' },
      { id: 'a-3', text: 'Новая моя', tasks: '' },
    ]);
    const theirs = withAims([
      { id: 'a-1', text: 'Изменена ими', tasks: '' },
      ...base.aims.slice(1),
      { id: 'a-4', text: 'Новая их', tasks: '' },
    ]);
    expect(mergeThree(base, mine, theirs).value.aims.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-4', 'a-3']);
  });

  it('removes a line that one removed and nobody changed', () => {
    const mine = withAims(base.aims.slice(1));
    expect(mergeThree(base, mine, base).value.aims.map(({ id }) => id)).toEqual(['a-2']);
    expect(mergeThree(base, base, mine).value.aims.map(({ id }) => id)).toEqual(['a-2']);
  });

  const aim = (id: string) =>
    fc.record({ id: fc.constant(id), text: fc.constantFrom('', 'а', 'б', 'в'), tasks: fc.constantFrom('', 'г', 'д') });
  const content = fc
    .record({
      aims: fc.subarray(['a-1', 'a-2', 'a-3', 'a-4']).chain((ids) => fc.tuple(...ids.map(aim))),
      responsible: fc.constantFrom('', 'Директор', 'Завуч'),
    })
    .map(({ aims, responsible }) => readProgramme({ aims, passport: { responsible } }));

  it('takes the side that changed when the other did not, and one of two equal changes', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        expect(mergeThree(one, other, one)).toEqual({ value: other, conflicts: [] });
        expect(mergeThree(one, one, other)).toEqual({ value: other, conflicts: [] });
        expect(mergeThree(one, other, other)).toEqual({ value: other, conflicts: [] });
      }),
    );
  });

  it('never loses a changed field: it stands in the result or among the conflicts', () => {
    fc.assert(
      fc.property(content, content, content, (before, mine, theirs) => {
        const { value, conflicts } = mergeThree(before, mine, theirs);
        for (const line of mine.aims) {
          const old = before.aims.find(({ id }) => id === line.id);
          const result = value.aims.find(({ id }) => id === line.id);
          for (const field of ['text', 'tasks'] as const) {
            if (old?.[field] === line[field]) continue;
            const given = conflicts.some(
              ({ path, mine: own }) => path === `aims/${line.id}/${field}` && own === line[field],
            );
            expect(result?.[field] === line[field] || given).toBe(true);
          }
        }
      }),
    );
  });
});
