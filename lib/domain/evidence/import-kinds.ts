/** What a file can be brought in as: a kind of fact, or a protocol of pupils' lines that is counted up while it is read. */
import type { FactKind } from './facts';

export type ImportKind = FactKind | 'GIA_PROTOCOL' | 'VPR_PROTOCOL';

/** Kinds that explain each other: within a family the file's own headers may decide which one it is. */
export type ImportFamily = 'GIA' | 'VPR' | 'OLYMPIAD' | 'CONTEST' | 'INTERIM' | 'CONTEXT' | 'FIOKO' | 'MEDALS';

export interface ImportKindNote {
  name: string;
  /** one sentence: what the portal learns from such a file */
  purpose: string;
  family: ImportFamily;
  /** a principal may bring it in for the own school */
  principal: boolean;
  /** the file itself may be kept; false: it holds names of pupils */
  keepsFile: boolean;
}

const note = (family: ImportFamily, name: string, purpose: string, more: Partial<ImportKindNote> = {}) => ({
  name,
  purpose,
  family,
  principal: false,
  keepsFile: true,
  ...more,
});

export const IMPORT_KIND_NOTES: Readonly<Record<ImportKind, ImportKindNote>> = {
  GIA_AGGREGATE: note(
    'GIA',
    'Итоги ОГЭ и ЕГЭ',
    'Сколько учеников сдавали каждый предмет, средний результат, не преодолевшие минимум и высокие баллы.',
  ),
  GIA_PROTOCOL: note(
    'GIA',
    'Протокол ГИА из РЦОИ',
    'Протокол одного экзамена. Портал считает итоги по школам при чтении; фамилии и сам файл не сохраняются.',
    { keepsFile: false },
  ),
  OGE_JOURNAL: note(
    'GIA',
    'Годовые отметки 9 класса и ОГЭ',
    'Сколько учеников понизили, подтвердили и повысили годовую отметку на ОГЭ.',
  ),
  VPR_MARKS: note('VPR', 'ВПР: отметки', 'Сколько учеников получили «2», «3», «4» и «5» по предмету и классу.'),
  VPR_SCORES: note('VPR', 'ВПР: первичные баллы', 'Распределение первичных баллов: сколько учеников набрали каждый.'),
  VPR_SCALE: note('VPR', 'ВПР: шкалы перевода', 'С какого первичного балла ставится «3», «4» и «5» в этом году.'),
  VPR_JOURNAL: note('VPR', 'ВПР и журнал', 'Сколько учеников понизили, подтвердили и повысили отметку журнала на ВПР.'),
  VPR_TASKS: note('VPR', 'ВПР: выполнение заданий', 'Доля выполнения каждого задания с его уровнем сложности.'),
  VPR_PROTOCOL: note(
    'VPR',
    'Протоколы ВПР из ФИС ОКО',
    'Строки учеников без фамилий. Портал складывает их в распределение баллов и выполнение заданий по школам.',
  ),
  OLYMPIAD: note(
    'OLYMPIAD',
    'Всероссийская олимпиада школьников',
    'Участники, победители и призёры по этапам и предметам.',
    { principal: true },
  ),
  CONTEST: note(
    'CONTEST',
    'Конкурсы',
    'Участие и призовые места в конкурсах; считаются проводимые органами власти в сфере образования.',
    { principal: true },
  ),
  INTERIM: note(
    'INTERIM',
    'Промежуточная аттестация',
    'Отметки за год по уровням образования, неаттестованные, задолженности и повторное обучение.',
    { principal: true },
  ),
  CONTEXT: note(
    'CONTEXT',
    'Социальный паспорт и кадры',
    'Условия работы школы: ученики, семьи, учёт, учителя и специалисты — только числа.',
    { principal: true },
  ),
  FIOKO_MARKERS: note(
    'FIOKO',
    'Перечень ФИОКО',
    'Маркеры необъективности ВПР из перечня ФИОКО: русский язык и математика в 4 и 5 классах.',
  ),
  MEDALS: note('MEDALS', 'Медалисты', 'Сколько было претендентов на медаль и сколько подтвердили её на ЕГЭ.'),
};

/** All kinds in the order in which they are offered. */
export const IMPORT_KINDS = Object.keys(IMPORT_KIND_NOTES) as ImportKind[];

/** What a principal may bring in for the own school. */
export const PRINCIPAL_IMPORT_KINDS: readonly ImportKind[] = IMPORT_KINDS.filter(
  (kind) => IMPORT_KIND_NOTES[kind].principal,
);

export function isImportKind(text: string): text is ImportKind {
  return Object.hasOwn(IMPORT_KIND_NOTES, text);
}

/** «Итоги ОГЭ и ЕГЭ». */
export function importKindName(kind: ImportKind): string {
  return IMPORT_KIND_NOTES[kind].name;
}

/** A protocol is no kind of fact: its lines are counted up to facts of other kinds. */
export function isFactKind(kind: ImportKind): kind is FactKind {
  return kind !== 'GIA_PROTOCOL' && kind !== 'VPR_PROTOCOL';
}
