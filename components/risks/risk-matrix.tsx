import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { FormState } from '@/lib/domain/form-state';
import { PROFILE_STATUSES } from '@/lib/domain/support/risk';
import type { RiskMatrix } from '@/lib/portal/risks/views';
import { SignificanceMark } from './significance';

const TONES = { DRAFT: 'neutral', WITH_SCHOOL: 'warning', VERIFIED: 'success' } as const;

interface RiskMatrixProps {
  matrix: RiskMatrix;
  begin: (state: FormState, form: FormData) => Promise<FormState>;
}

/** Schools × factors: who runs which risk. */
export function RiskMatrixTable({ matrix, begin }: RiskMatrixProps) {
  const { factors, rows, mayChange, schoolYear } = matrix;
  return (
    <Table caption={`Риски школ ${schoolYear}`} scroll="always">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          {factors.map(({ code, title }) => (
            <HeaderCell key={code}>
              <abbr title={title}>{code}</abbr>
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.schoolId}>
            <RowHeader>
              {row.profileId ? (
                <Link className="link" href={`/support/risks/${row.profileId}`}>
                  {row.schoolName}
                </Link>
              ) : (
                row.schoolName
              )}
            </RowHeader>
            <Cell className="min-w-52">
              {row.status ? (
                <>
                  <Status tone={TONES[row.status]}>{PROFILE_STATUSES[row.status]}</Status>
                  {row.disagreements > 0 ? (
                    <span className="block text-xs text-muted">школа не согласна: {row.disagreements}</span>
                  ) : null}
                </>
              ) : mayChange ? (
                <ActionForm send={begin}>
                  <input type="hidden" name="schoolId" value={row.schoolId} />
                  <input type="hidden" name="schoolYear" value={schoolYear} />
                  <SubmitButton size="sm" variant="secondary" pendingText="Начинаем…">
                    Начать профиль
                  </SubmitButton>
                </ActionForm>
              ) : (
                <span className="text-muted">не начат</span>
              )}
            </Cell>
            {factors.map(({ code }) => {
              const value = row.significance[code];
              return (
                <Cell key={code}>
                  {value ? <SignificanceMark value={value} /> : <span className="text-muted">—</span>}
                </Cell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
