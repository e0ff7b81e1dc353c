import { dayCell, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done, failed } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import {
  DEFICIT_AREAS,
  MENTORING_KINDS,
  MENTORING_STATUSES,
  PSYCHOLOGY_KINDS,
  placesLeft,
} from '@/lib/domain/support/development';
import type { ExportTable } from '@/lib/exchange/table-export';
import { developmentView } from '@/lib/portal/development/queries';
import type { DevelopmentView } from '@/lib/portal/development/views';

/** A table of the development of teachers as a file, `?format=csv|xlsx&year=&table=` as named in TABLES. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', table = 'deficits' }, now) => {
    const make = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined;
    if (!make) return failed('NOT_FOUND', 'Такой таблицы нет.');
    const view = await developmentView(viewer, isSchoolYear(year) ? year : undefined, now);
    return view.ok ? done(make(view.value)) : view;
  });
}

const titled = (what: string, { schoolYear }: DevelopmentView) => `${what}, ${formatSchoolYear(schoolYear)}`;

const TABLES: Readonly<Record<string, (view: DevelopmentView) => ExportTable>> = {
  mentoring: (view) => tableOf('Наставничество', view.mentoring, MENTORING),
  deficits: (view) => tableOf(titled('Профессиональные дефициты', view), view.deficits, DEFICITS),
  courses: (view) => tableOf('Курсы СОИРО', view.courses, COURSES),
  routes: (view) => tableOf(titled('Индивидуальные маршруты', view), view.routes, ROUTES),
  psychology: (view) => tableOf(titled('Работа психологов', view), view.psychology, PSYCHOLOGY),
};

const MENTORING: readonly RowColumn<DevelopmentView['mentoring'][number]>[] = [
  { header: 'Школа-наставник', width: 36, of: (pair) => pair.mentorSchool },
  { header: 'Школа', width: 36, of: (pair) => pair.school },
  { header: 'Вид', width: 22, of: (pair) => MENTORING_KINDS[pair.kind] },
  { header: 'Предмет', width: 20, of: (pair) => pair.subject || null },
  { header: 'Наставник', width: 24, of: (pair) => pair.mentorPost || null },
  { header: 'Кому помогает', width: 24, of: (pair) => pair.menteePost || null },
  { header: 'Начало', of: (pair) => dayCell(pair.startsOn) },
  { header: 'Состояние', width: 18, of: (pair) => MENTORING_STATUSES[pair.status] },
  { header: 'Цель', width: 60, of: (pair) => pair.goal },
  { header: 'Что получилось', width: 60, of: (pair) => pair.outcome || null },
];

const DEFICITS: readonly RowColumn<DevelopmentView['deficits'][number]>[] = [
  { header: 'Школа', width: 36, of: (row) => row.school },
  { header: 'Предмет', width: 24, of: (row) => row.subject },
  { header: 'Область', width: 20, of: (row) => DEFICIT_AREAS[row.area] ?? row.area },
  { header: 'Учителей', format: 'integer', of: (row) => row.teachers },
  { header: 'С дефицитом', format: 'integer', of: (row) => row.withDeficit },
  { header: 'Доля', format: 'share', of: (row) => (row.teachers > 0 ? row.withDeficit / row.teachers : null) },
];

const COURSES: readonly RowColumn<DevelopmentView['courses'][number]>[] = [
  { header: 'Программа', width: 60, of: (course) => course.title },
  { header: 'Начало', of: (course) => dayCell(course.startsOn) },
  { header: 'Конец', of: (course) => dayCell(course.endsOn) },
  { header: 'Набор', of: (course) => (course.active ? 'открыт' : 'закрыт') },
  { header: 'Часов', format: 'integer', of: (course) => course.hours },
  { header: 'Мест', format: 'integer', of: (course) => course.places },
  { header: 'Свободно', format: 'integer', of: (course) => placesLeft(course.places, course.enrolled) },
  {
    header: 'Школы: записано, завершили',
    width: 60,
    of: ({ own }) =>
      own.map(({ school, enrolled, completed }) => `${school}: ${enrolled}, ${completed}`).join('; ') || null,
  },
];

/** A group under 5 is no number outside its school. */
const shown = (value: number | null): string | number => value ?? 'скрыто';

const ROUTES: readonly RowColumn<DevelopmentView['routes'][number]>[] = [
  { header: 'Школа', width: 36, of: (row) => row.school },
  { header: 'Класс', format: 'integer', of: (row) => row.grade },
  { header: 'Предмет', width: 24, of: (row) => row.subject },
  { header: 'Маршрутов', format: 'integer', of: (row) => shown(row.routes) },
  { header: 'С продвижением', format: 'integer', of: (row) => shown(row.progressing) },
  { header: 'Завершено', format: 'integer', of: (row) => shown(row.completed) },
];

const PSYCHOLOGY: readonly RowColumn<DevelopmentView['psychology'][number]>[] = [
  { header: 'Тема', width: 50, of: (work) => work.theme },
  { header: 'Вид', width: 30, of: (work) => PSYCHOLOGY_KINDS[work.kind] },
  { header: 'Школа', width: 36, of: (work) => work.school },
  { header: 'Дата', of: (work) => dayCell(work.heldOn) },
  { header: 'Встреч', format: 'integer', of: (work) => work.sessions },
  { header: 'Участников', format: 'integer', of: (work) => work.participants },
];
