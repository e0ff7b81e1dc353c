import Link from 'next/link';
import { cn } from '@/components/ui/class-names';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { type Agreement, VERDICTS, type Verdict } from '@/lib/domain/rule-agreement';
import { countOf } from '@/lib/domain/russian';

export interface AgreementTableProps {
  agreement: Agreement;
  municipalName: string;
  /** the cell that the list is filtered by */
  chosen: { municipal: Verdict | null; federal: Verdict | null };
  /** the list filtered by a cell */
  cellHref: (municipal: Verdict, federal: Verdict) => string;
}

const FEDERAL_HEADS: Record<Verdict, string> = {
  YES: 'Федеральное: ШНОР',
  NO: 'Федеральное: нет',
  NO_DATA: 'Мало данных',
};
const MUNICIPAL_HEADS: Record<Verdict, string> = { YES: 'да', NO: 'нет', NO_DATA: 'нет суммы или правила' };

/** In how many schools two rules agree; each number opens its schools. */
export function AgreementTable({ agreement, municipalName, chosen, cellHref }: AgreementTableProps) {
  return (
    <Table caption="Согласие двух правил: число школ">
      <TableHead>
        <tr>
          <HeaderCell>{municipalName}</HeaderCell>
          {VERDICTS.map((federal) => (
            <HeaderCell key={federal} numeric>
              {FEDERAL_HEADS[federal]}
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {VERDICTS.map((municipal) => (
          <TableRow key={municipal}>
            <RowHeader className="min-w-28 font-normal">{MUNICIPAL_HEADS[municipal]}</RowHeader>
            {VERDICTS.map((federal) => {
              const count = agreement.cells[municipal][federal].length;
              const current = chosen.municipal === municipal && chosen.federal === federal;
              const same = municipal === federal && municipal !== 'NO_DATA';
              return (
                <Cell key={federal} numeric className={cn(same && 'font-semibold', current && 'bg-accent-soft')}>
                  {count === 0 ? (
                    <span className="text-muted">0</span>
                  ) : (
                    <Link
                      href={cellHref(municipal, federal)}
                      scroll={false}
                      prefetch={false}
                      className="link"
                      aria-current={current ? 'true' : undefined}
                      aria-label={`${countOf(count, 'школа', 'школы', 'школ')}: показать в списке`}
                    >
                      {count}
                    </Link>
                  )}
                </Cell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
