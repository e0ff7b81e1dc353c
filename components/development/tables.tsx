import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatPercent, formatShortDate } from '@/lib/domain/russian';
import { DEFICIT_AREAS, PSYCHOLOGY_KINDS, placesLeft } from '@/lib/domain/support/development';
import type { DevelopmentView } from '@/lib/portal/development/views';

const shown = (value: number | null) =>
  value === null ? <span className="text-muted">скрыто</span> : formatNumber(value);

/** Deficits by subject and area over the schools in sight, as counts. */
export function DeficitTable({ deficits }: Pick<DevelopmentView, 'deficits'>) {
  return (
    <Table caption="Профессиональные дефициты">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Предмет</HeaderCell>
          <HeaderCell>Область</HeaderCell>
          <HeaderCell numeric>Учителей</HeaderCell>
          <HeaderCell numeric>С дефицитом</HeaderCell>
          <HeaderCell numeric>Доля</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {deficits.map(({ schoolId, school, subject, area, teachers, withDeficit }) => (
          <TableRow key={`${schoolId} ${subject} ${area}`}>
            <RowHeader>{school}</RowHeader>
            <Cell>{subject}</Cell>
            <Cell>{DEFICIT_AREAS[area] ?? area}</Cell>
            <Cell numeric>{teachers}</Cell>
            <Cell numeric>{withDeficit}</Cell>
            <Cell numeric>{formatPercent(withDeficit / teachers, 0)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function CourseTable({ courses }: Pick<DevelopmentView, 'courses'>) {
  return (
    <Table caption="Программы СОИРО">
      <TableHead>
        <tr>
          <HeaderCell>Программа</HeaderCell>
          <HeaderCell>Даты</HeaderCell>
          <HeaderCell numeric>Часов</HeaderCell>
          <HeaderCell numeric>Мест</HeaderCell>
          <HeaderCell numeric>Свободно</HeaderCell>
          <HeaderCell>Ваши школы: записано, завершили</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {courses.map((course) => (
          <TableRow key={course.id}>
            <RowHeader className="max-w-xl">
              {course.title}
              {course.active ? null : <span className="text-sm font-normal text-muted"> (набор закрыт)</span>}
            </RowHeader>
            <Cell className="whitespace-nowrap">
              {formatShortDate(new Date(course.startsOn))} – {formatShortDate(new Date(course.endsOn))}
            </Cell>
            <Cell numeric>{course.hours}</Cell>
            <Cell numeric>{course.places}</Cell>
            <Cell numeric>{placesLeft(course.places, course.enrolled)}</Cell>
            <Cell>
              {course.own.map(({ school, enrolled, completed }) => `${school}: ${enrolled}, ${completed}`).join('; ') ||
                '—'}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function RoutesTable({ routes }: Pick<DevelopmentView, 'routes'>) {
  return (
    <Table caption="Индивидуальные образовательные маршруты">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell numeric>Класс</HeaderCell>
          <HeaderCell>Предмет</HeaderCell>
          <HeaderCell numeric>Маршрутов</HeaderCell>
          <HeaderCell numeric>С продвижением</HeaderCell>
          <HeaderCell numeric>Завершено</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {routes.map(({ schoolId, school, grade, subject, routes: all, progressing, completed }) => (
          <TableRow key={`${schoolId} ${grade} ${subject}`}>
            <RowHeader>{school}</RowHeader>
            <Cell numeric>{grade}</Cell>
            <Cell>{subject}</Cell>
            <Cell numeric>{shown(all)}</Cell>
            <Cell numeric>{shown(progressing)}</Cell>
            <Cell numeric>{shown(completed)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function PsychologyTable({ psychology }: Pick<DevelopmentView, 'psychology'>) {
  return (
    <Table caption="Работа психологов">
      <TableHead>
        <tr>
          <HeaderCell>Тема</HeaderCell>
          <HeaderCell>Вид</HeaderCell>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Дата</HeaderCell>
          <HeaderCell numeric>Встреч</HeaderCell>
          <HeaderCell numeric>Участников</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {psychology.map((work) => (
          <TableRow key={work.id}>
            <RowHeader>{work.theme}</RowHeader>
            <Cell>{PSYCHOLOGY_KINDS[work.kind]}</Cell>
            <Cell>{work.school}</Cell>
            <Cell>{formatShortDate(new Date(work.heldOn))}</Cell>
            <Cell numeric>{work.sessions}</Cell>
            <Cell numeric>{work.participants}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
