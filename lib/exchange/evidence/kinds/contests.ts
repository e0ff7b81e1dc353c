/** ВсОШ by stage, and contests. domain.md 8.3 */
import type { OlympiadStage } from '@/lib/domain/evidence/facts';
import { ALL_SUBJECTS, subjectOf } from '@/lib/domain/evidence/subjects';
import { byRow, YEAR_COLUMN } from '../by-row';
import { column } from '../columns';
import type { Layout } from '../layout';
import { quoted, type RowReader } from '../row-reader';
import { SCHOOL_COLUMNS } from '../school-text';
import { PARTICIPANTS_COLUMN, SUBJECT_COLUMN } from './gia';

const STAGES: ReadonlyMap<string, OlympiadStage> = new Map([
  ['школьный', 'SCHOOL'],
  ['муниципальный', 'MUNICIPAL'],
  ['региональный', 'REGIONAL'],
  ['заключительный', 'FINAL'],
  ['всероссийский', 'FINAL'],
  ['шэ', 'SCHOOL'],
  ['мэ', 'MUNICIPAL'],
  ['рэ', 'REGIONAL'],
  ['зэ', 'FINAL'],
]);
const STAGES_IN_WORDS: ReadonlyMap<string, OlympiadStage> = new Map(
  [...STAGES].flatMap(([word, stage]) => [[word, stage] as const, [`${word} этап`, stage] as const]),
);
const ALL = /^(?:все(?: предметы)?|всего|итого|по всем предметам)$/i;

export const OLYMPIAD: Layout = {
  kind: 'OLYMPIAD',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    column('stage', 'Этап', 'Школьный, муниципальный, региональный или заключительный.', {
      obligatory: true,
      same: ['Этап ВсОШ', 'Этап олимпиады'],
    }),
    { ...SUBJECT_COLUMN, meaning: 'Название предмета или «Все предметы», если ученики посчитаны по одному разу.' },
    PARTICIPANTS_COLUMN,
    column('winners', 'Победителей', 'Сколько победителей.', { obligatory: true, within: ['победител'] }),
    column('prizeWinners', 'Призёров', 'Сколько призёров (без победителей).', { obligatory: true, within: ['призер'] }),
  ],
  reader: byRow('OLYMPIAD', (reader) => {
    const stage = reader.choice('stage', STAGES_IN_WORDS, 'школьный, муниципальный, региональный или заключительный');
    const subject = olympiadSubject(reader);
    const [participants, winners, prizeWinners] = [
      reader.count('participants'),
      reader.count('winners'),
      reader.count('prizeWinners'),
    ];
    if (!stage || !subject || participants === null || winners === null || prizeWinners === null) return null;
    reader.atMost(
      'winners',
      winners + prizeWinners,
      participants,
      'Победителей и призёров больше, чем участников. Исправьте одно из чисел.',
    );
    return { stage, subject, participants, winners, prizeWinners };
  }),
};

/** A discipline that our list of subjects does not have is kept as it is written. */
function olympiadSubject(reader: RowReader): string | null {
  const text = reader.text('subject');
  if (ALL.test(text)) return ALL_SUBJECTS;
  return subjectOf(text) ?? reader.words('subject', 60);
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['да', true],
  ['+', true],
  ['1', true],
  ['нет', false],
  ['-', false],
  ['0', false],
]);

export const CONTEST: Layout = {
  kind: 'CONTEST',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    column('contest', 'Конкурс', 'Название конкурса.', {
      obligatory: true,
      same: ['Название конкурса', 'Наименование конкурса', 'Мероприятие'],
      within: ['название конкурс', 'наименование конкурс'],
    }),
    column(
      'byAuthority',
      'Организатор — орган власти',
      'Да, если конкурс проводит орган власти в сфере образования; иначе нет.',
      {
        obligatory: true,
        within: ['организатор'],
      },
    ),
    column('contestLevel', 'Уровень', 'Например муниципальный или региональный.', { same: ['Уровень конкурса'] }),
    PARTICIPANTS_COLUMN,
    column('prizes', 'Призовых мест', 'Сколько учеников заняли призовые места.', {
      obligatory: true,
      within: ['призов', 'победителей и призеров'],
    }),
  ],
  reader: byRow('CONTEST', (reader) => {
    const name = reader.words('contest');
    const byAuthority = reader.choice('byAuthority', YES_OR_NO, 'да или нет');
    const level = reader.text('contestLevel') === '' ? '' : reader.words('contestLevel', 100);
    const [participants, prizes] = [reader.count('participants'), reader.count('prizes')];
    reader.atMost('prizes', prizes, participants, 'Призовых мест больше, чем участников. Исправьте одно из чисел.');
    if (name === null || byAuthority === null || level === null || participants === null || prizes === null)
      return null;
    if (/^\d+$/.test(name)) return reader.fault('contest', `Стоит ${quoted(name)}, а нужно название конкурса.`);
    return { name, byAuthority, level, participants, prizes };
  }),
};
