import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/lib/domain/russian';
import type { IncomparableCriterion } from '@/lib/domain/version-comparison';

interface MethodCriteriaProps {
  title: string;
  description: string;
  criteria: readonly IncomparableCriterion[];
  /** false: nobody was asked, so that there are no points to show */
  withPoints?: boolean;
}

/** Criteria that one side asks and the other does not: on them «изменилась методика» rests. */
export function MethodCriteria({ title, description, criteria, withPoints = true }: MethodCriteriaProps) {
  if (criteria.length === 0) return null;
  return (
    <Panel title={`${title}: ${criteria.length}`} description={description} padding="flush">
      <Table caption={title}>
        <TableHead>
          <tr>
            <HeaderCell>Критерий</HeaderCell>
            <HeaderCell numeric>Школ касается</HeaderCell>
            {withPoints ? <HeaderCell numeric>Баллов</HeaderCell> : null}
          </tr>
        </TableHead>
        <TableBody>
          {criteria.map(({ code, text, signs, schools, points }) => (
            <TableRow key={`${code} ${signs?.join() ?? ''}`}>
              <RowHeader>
                <span className="block text-xs font-normal text-muted">
                  {code}
                  {signs ? `, признаки: ${signs.join(', ')}` : ''}
                </span>
                {text}
              </RowHeader>
              <Cell numeric>{formatNumber(schools)}</Cell>
              {withPoints ? <Cell numeric>{formatNumber(points)}</Cell> : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
