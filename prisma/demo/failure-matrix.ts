/**
 * Matrices of failure of the eight schools of the list of 2019-2020: the collection of autumn 2019, which the seed tells of,
 * is closed with all matrices sent; that of 2020-2021 is still open.
 */
import type { Prisma } from '@/lib/db/generated/client';
import { DEFAULT_CAUSES } from '@/lib/domain/failure-matrix';
import { schoolYearFrom } from '@/lib/domain/school-year';
import { demoId } from './identifiers';
import type { DemoList } from './lists';
import { calendarDay, daysAfter, moscow } from './moments';
import { CITY_HEAD, principalOf } from './people';
import type { Random, RandomSource } from './random';
import { type DemoSchool, identityOn } from './schools';

const SUBJECTS = ['Русский язык', 'Математика'];
const LISTED_AUTUMN = 2019;
/** How often a cause is named, of a hundred pupils of a grade; in the order of the causes. */
const NAMED: readonly number[] = [16, 13, 8, 9, 6, 4, 2, 6, 5, 3, 4];

/** How far the matrices of the open collection have come, by the order of schools. */
const OPEN_PROGRESS = ['SENT', 'BEGUN', 'NOT_BEGUN', 'SENT', 'BEGUN', 'SENT', 'NOT_BEGUN', 'NOT_BEGUN'] as const;
type Progress = (typeof OPEN_PROGRESS)[number];

interface DemoMatrix {
  id: string;
  school: DemoSchool;
  grades: { from: number; to: number };
  progress: Progress;
  savedAt: Date;
  cells: { cause: string; grade: number; subject: string; pupils: number }[];
}

interface Collection {
  id: string;
  autumn: number;
  municipalityId: string;
  openedAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  matrices: DemoMatrix[];
}

function cellsOf(school: DemoSchool, grades: DemoMatrix['grades'], random: Random): DemoMatrix['cells'] {
  const perGrade = school.pupils / (grades.to - grades.from + 1);
  const first = Math.max(grades.from, 2);
  return Array.from({ length: grades.to - first + 1 }, (_, index) => first + index).flatMap((grade) =>
    SUBJECTS.flatMap((subject) =>
      DEFAULT_CAUSES.flatMap(({ code }, index) => {
        const share = ((NAMED[index] ?? 0) / 100) * Math.exp(0.5 * random.normal()) * (grade > 4 ? 1 : 0.5);
        const pupils = random.successes(Math.round(perGrade), Math.min(0.6, share));
        return pupils === 0 ? [] : [{ cause: code, grade, subject, pupils }];
      }),
    ),
  );
}

function collectionOf(list: DemoList, schools: readonly DemoSchool[], autumn: number, draw: RandomSource): Collection {
  const openedAt = moscow(autumn, 10, 21, 10);
  const open = autumn !== LISTED_AUTUMN;
  return {
    id: demoId('failure-campaign', `smolensk/${autumn}`, openedAt),
    autumn,
    municipalityId: list.card.campaign.municipality.id,
    openedAt,
    dueAt: new Date(moscow(autumn, 12, 17).getTime() - 1000),
    closedAt: open ? null : moscow(autumn, 12, 25, 16),
    matrices: schools.map((school, index) => {
      const { grades } = identityOn(school, calendarDay(autumn, 9, 1));
      const progress: Progress = open ? (OPEN_PROGRESS[index % OPEN_PROGRESS.length] ?? 'SENT') : 'SENT';
      const all = cellsOf(school, grades, draw('failure-matrix', school.code, autumn));
      return {
        id: demoId('failure-matrix', `${school.code}/${autumn}`, openedAt),
        school,
        grades,
        progress,
        savedAt: daysAfter(openedAt, 5 + 4 * index),
        cells: progress === 'SENT' ? all : progress === 'BEGUN' ? all.slice(0, Math.ceil(all.length / 3)) : [],
      };
    }),
  };
}

/** The collections of the city, from its list of low results in force in 2019-2020. */
export function demoCollections(
  lists: readonly DemoList[],
  schools: readonly DemoSchool[],
  draw: RandomSource,
): Collection[] {
  const list = lists.find(
    ({ card, rule, supersededBy }) =>
      card.campaign.municipality.code === 'smolensk' &&
      card.campaign.autumn === LISTED_AUTUMN &&
      rule.track === 'LOW_RESULTS' &&
      supersededBy === null,
  );
  if (!list) throw new Error('the city has no list of low results of 2019-2020');
  const listed = new Set(list.schools.filter(({ included }) => included).map(({ schoolId }) => schoolId));
  const supported = schools.filter(({ id }) => listed.has(id));
  return [LISTED_AUTUMN, LISTED_AUTUMN + 1].map((autumn) => collectionOf(list, supported, autumn, draw));
}

export function collectionRows(collections: readonly Collection[]): Prisma.FailureCampaignCreateManyInput[] {
  return collections.map(({ id, municipalityId, autumn, openedAt, dueAt, closedAt }) => ({
    id,
    municipalityId,
    schoolYear: schoolYearFrom(autumn),
    status: closedAt ? 'CLOSED' : 'OPEN',
    causes: DEFAULT_CAUSES as unknown as Prisma.InputJsonValue,
    subjects: SUBJECTS,
    letter: 'Просим вместе с социально-психологической службой заполнить матрицу неуспешности: только числа учеников.',
    dueAt,
    openedBy: CITY_HEAD.name,
    openedAt,
    closedAt,
  }));
}

export function matrixRows(collections: readonly Collection[]): Prisma.FailureMatrixCreateManyInput[] {
  return collections.flatMap(({ id: campaignId, municipalityId, matrices }) =>
    matrices.map(({ id, school, grades, progress, savedAt }) => {
      const principal = principalOf(school).name;
      const begun = progress !== 'NOT_BEGUN';
      const sent = progress === 'SENT';
      return {
        id,
        campaignId,
        schoolId: school.id,
        municipalityId,
        gradeFrom: grades.from,
        gradeTo: grades.to,
        status: sent ? ('SUBMITTED' as const) : ('DRAFT' as const),
        version: 1 + (begun ? 1 : 0) + (sent ? 1 : 0),
        savedBy: begun ? principal : null,
        savedAt: begun ? savedAt : null,
        submittedBy: sent ? principal : null,
        submittedAt: sent ? savedAt : null,
      };
    }),
  );
}

export function failureCellRows(collections: readonly Collection[]): Prisma.FailureCellCreateManyInput[] {
  return collections.flatMap(({ matrices }) =>
    matrices.flatMap(({ id, school, cells }) => cells.map((cell) => ({ matrixId: id, schoolId: school.id, ...cell }))),
  );
}
