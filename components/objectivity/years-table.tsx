import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { ObjectivityCellView, SignView } from '@/lib/portal/objectivity/views';
import { cellHref } from './addresses';

/** Marks and signs of the same grade and subject in the three years. */
export function YearsTable({ view }: { view: ObjectivityCellView }) {
  const { school, grade, subject } = view;
  return (
    <Table caption={`${subject}, ${grade} класс: три года`}>
      <TableHead>
        <tr>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell numeric>Участников</HeaderCell>
          {['«2»', '«3»', '«4»', '«5»'].map((mark) => (
            <HeaderCell key={mark} numeric>
              {mark}
            </HeaderCell>
          ))}
          <HeaderCell>Признаки</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {view.marks.map(({ schoolYear, marks }) => {
          const signs = view.years.find((year) => year.schoolYear === schoolYear)?.signs;
          const name = formatSchoolYear(schoolYear);
          return (
            <TableRow key={schoolYear} marked={schoolYear === view.schoolYear}>
              <RowHeader>
                {signs && schoolYear !== view.schoolYear ? (
                  <Link href={cellHref({ schoolId: school.id, schoolYear, grade, subject })} className="link">
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </RowHeader>
              <Cell numeric>{formatNumber(marks?.participants)}</Cell>
              {[marks?.n2, marks?.n3, marks?.n4, marks?.n5].map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the four marks, always in this order
                <Cell key={at} numeric>
                  {formatNumber(count)}
                </Cell>
              ))}
              <Cell>{signs ? signsInWords(signs) : NO_VALUE}</Cell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function signsInWords(signs: readonly SignView[]): string {
  const found = signs.filter(({ result }) => result === 'SIGN');
  if (found.length === 0) return signs.some(({ result }) => result === 'NO_SIGN') ? 'нет' : 'данных недостаточно';
  return found.map(({ code, review }) => (review?.state === 'WITHDRAWN' ? `${code} (снят)` : code)).join(', ');
}
