/** Reports of ФИС ОКО, whose lines are «Группы участников»: the country, the region, municipalities, schools. domain.md 8.1 */
import type { FactKind, Facts } from '@/lib/domain/evidence/facts';
import { faultsOf, yearOfTitle } from '../by-row';
import { column } from '../columns';
import type { Found, FoundFact, Layout, LineReader, SheetContext } from '../layout';
import { countsOfPercent } from '../marks';
import { parseNumber, type RowReader } from '../row-reader';
import { type LineOwner, ownerOfGroup } from '../school-text';
import { cellText } from '../table';
import { markColumn, PARTICIPANTS_COLUMN, SUBJECT_COLUMN } from './gia';
import { GRADE_COLUMN, pupilsByScore, scoreField, scoreFields, testOf } from './vpr';

const GROUP_COLUMN = column('group', 'Группы участников', 'Логин или название школы, регион.', {
  obligatory: true,
  within: ['группы участников', 'группа участников'],
});
const SCHOOLS_COLUMN = column('schools', 'Кол-во ОО', 'Сколько школ в строке.', {
  within: ['кол во оо', 'количество оо'],
});
const COMMON = [GROUP_COLUMN, SCHOOLS_COLUMN, PARTICIPANTS_COLUMN, GRADE_COLUMN, SUBJECT_COLUMN];
const MARKS = ['n2', 'n3', 'n4', 'n5'] as const;
const IN_TITLE = ['grade', 'subject'] as const;

/** Whom the line means; null: it is left out, which is said. */
function countedOwner(
  text: string,
  schools: number | null,
  context: SheetContext,
): Exclude<LineOwner, { kind: 'other' }> | null {
  const owner = ownerOfGroup(text, schools);
  if (owner.kind !== 'other') return owner;
  context.note(`${owner.what} пропущена: для сравнения берутся школы и строка региона.`);
  return null;
}

const yearOf = (context: SheetContext) => yearOfTitle(context, { bareYears: true });

function fact<Kind extends FactKind>(
  kind: Kind,
  owner: Exclude<LineOwner, { kind: 'other' }>,
  schoolYear: string,
  value: Facts[Kind],
  row: number,
): FoundFact {
  const school = owner.kind === 'school' ? owner.school : null;
  return { type: 'fact', kind, schoolYear, school, fact: value, row } as FoundFact;
}

/** A report with one line for each group. */
function perLine<Kind extends 'VPR_MARKS' | 'VPR_SCORES'>(
  kind: Kind,
  build: (reader: RowReader, context: SheetContext) => Facts[Kind] | null,
): Layout['reader'] {
  return (context): LineReader => ({
    line(reader) {
      const group = reader.text('group');
      if (group === '') return [];
      const owner = countedOwner(group, parseNumber(reader.text('schools')), context);
      if (owner === null) return [];
      const value = build(reader, context);
      if (reader.faults.length > 0 || value === null) return faultsOf(reader);
      return [fact(kind, owner, yearOf(context), value, reader.row.number)];
    },
    end: () => [],
  });
}

export const MARKS_OF_GROUPS: Layout = {
  kind: 'VPR_MARKS',
  schools: false,
  inTitle: IN_TITLE,
  columns: [...COMMON, ...([2, 3, 4, 5] as const).map((mark) => markColumn(mark, true))],
  further: (header) => (/^[01]$/.test(header) ? `score:${header}` : null),
  fits: (at) => !at.has('score:0') && !at.has('score:1'),
  reader: perLine('VPR_MARKS', (reader, context) => {
    const test = testOf(reader, context);
    const participants = reader.count('participants');
    const [n2, n3, n4, n5] = countsOfPercent(reader, MARKS, participants) ?? [];
    if (!test || participants === null || n2 === undefined || n3 === undefined || n4 === undefined || n5 === undefined)
      return null;
    return { ...test, participants, n2, n3, n4, n5 };
  }),
};

export const SCORES_OF_GROUPS: Layout = {
  kind: 'VPR_SCORES',
  schools: false,
  inTitle: IN_TITLE,
  columns: COMMON,
  further: scoreField,
  fits: (at) => scoreFields(at).length >= 3,
  reader: perLine('VPR_SCORES', (reader, context) => {
    const test = testOf(reader, context);
    const participants = reader.count('participants');
    if (participants === null) return null;
    const pupils = pupilsByScore(reader, scoreFields(context.at), participants);
    return !test || pupils === null ? null : { ...test, pupils };
  }),
};

const OUTCOME = /^\s*(понизили|подтвердили|повысили|всего)/i;

/** «Сравнение отметок с отметками по журналу»: under the line of each group stand its three numbers and their sum. */
export const JOURNAL_OF_GROUPS: Layout = {
  kind: 'VPR_JOURNAL',
  schools: false,
  inTitle: IN_TITLE,
  columns: COMMON,
  fits: (at, sample) => !at.has('n2') && sample.some(({ cells }) => cells.some((cell) => OUTCOME.test(cellText(cell)))),
  reader: (context) => new GroupsOfLines(context),
};

class GroupsOfLines implements LineReader {
  private readonly context: SheetContext;
  private owner: Exclude<LineOwner, { kind: 'other' }> | null = null;
  private row = 0;
  private counts = new Map<string, number>();
  private isFaulty = false;

  constructor(context: SheetContext) {
    this.context = context;
  }

  line(reader: RowReader): Found[] {
    const outcome = reader.row.cells.map((cell) => OUTCOME.exec(cellText(cell))?.[1]?.toLowerCase()).find(Boolean);
    const group = reader.text('group');
    const begins = group !== '' && !OUTCOME.test(group);
    const found = begins ? this.finished() : [];
    if (begins) this.begin(group, reader);
    if (outcome === undefined || this.row === 0 || (this.owner === null && !begins)) return found;
    const count = this.owner === null ? null : reader.count('participants');
    if (count !== null) this.counts.set(outcome, count);
    if (reader.faults.length > 0) this.isFaulty = true;
    return [...found, ...faultsOf(reader)];
  }

  end(): Found[] {
    return this.finished();
  }

  private begin(group: string, reader: RowReader): void {
    this.owner = countedOwner(group, parseNumber(reader.text('schools')), this.context);
    this.row = reader.row.number;
    this.counts = new Map();
    this.isFaulty = false;
  }

  private finished(): Found[] {
    const { owner, row, counts, context } = this;
    this.owner = null;
    if (owner === null || this.isFaulty) return [];
    const cell = `A${row}`;
    const [lowered, confirmed, raised] = ['понизили', 'подтвердили', 'повысили'].map((name) => counts.get(name));
    if (lowered === undefined || confirmed === undefined || raised === undefined) {
      const message =
        'Под строкой должны стоять «Понизили», «Подтвердили» и «Повысили» с числом участников. Допишите их.';
      return [{ type: 'fault', cell, message }];
    }
    const sum = lowered + confirmed + raised;
    const all = counts.get('всего') ?? sum;
    if (sum !== all) {
      const message = `Понизившие, подтвердившие и повысившие вместе дают ${sum}, а указано всего ${all}. Исправьте одно из чисел.`;
      return [{ type: 'fault', cell, message }];
    }
    const reader = { titles: context.titles };
    const { grade, subject } = reader.titles;
    if (grade === null || subject === null) {
      return [
        { type: 'fault', cell, message: 'В заголовке таблицы не названы класс и предмет. Впишите их над таблицей.' },
      ];
    }
    return [
      fact('VPR_JOURNAL', owner, yearOf(context), { grade, subject, lowered, confirmed, raised, gap2: null }, row),
    ];
  }
}
