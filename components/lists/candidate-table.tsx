'use client';

import { Sparkle } from 'lucide-react';
import { CardStatus } from '@/components/campaigns/card-status';
import { FirmnessStatus } from '@/components/ranking/firmness-status';
import { TextareaField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { typeset } from '@/lib/domain/russian';
import { type CandidateSchool, type Decision, departs } from './confirmation-rows';

export interface CandidateTableProps {
  caption: string;
  schools: readonly CandidateSchool[];
  decision: Decision;
  mayConfirm: boolean;
  faultOf: (path: string) => string | undefined;
  onInclude: (schoolId: string, included: boolean) => void;
  onReason: (schoolId: string, reason: string) => void;
}

/** Schools with the check box «В списке» and, where the decision departs from the proposal, its reason. */
export function CandidateTable({ caption, schools, ...props }: CandidateTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell className="w-24 whitespace-nowrap">В списке</HeaderCell>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell numeric className="w-36">
            Сумма
          </HeaderCell>
          <HeaderCell className="w-48">Предложение</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school) => (
          <CandidateRow key={school.schoolId} school={school} {...props} />
        ))}
      </TableBody>
    </Table>
  );
}

type CandidateRowProps = Omit<CandidateTableProps, 'caption' | 'schools'> & { school: CandidateSchool };

function CandidateRow({ school, decision, mayConfirm, faultOf, onInclude, onReason }: CandidateRowProps) {
  const { schoolId, name } = school;
  const departing = departs(school, decision);
  const asked = school.proposed ? 'Почему не включена, хотя предложена' : 'Почему включена, хотя не предложена';
  return (
    <>
      <TableRow marked={decision.included.has(schoolId)}>
        <Cell className="text-center">
          <input
            type="checkbox"
            name={`school-${schoolId}`}
            aria-label={`${name}: в списке`}
            checked={decision.included.has(schoolId)}
            onChange={(event) => onInclude(schoolId, event.target.checked)}
            className="size-5 accent-accent"
          />
        </Cell>
        <RowHeader title={school.fullName}>{typeset(name)}</RowHeader>
        <Cell numeric className="whitespace-nowrap">
          {school.negativeSum === null ? (
            <CardStatus status={school.cardStatus} look="line" />
          ) : (
            <>
              <span className="font-semibold">{school.negativeSum}</span>
              <span className="text-muted"> из {school.maximum}</span>
            </>
          )}
        </Cell>
        <Cell>
          <span className="flex flex-col items-start gap-0.5">
            {school.proposed ? (
              <Status tone="accent" icon={Sparkle} look="line" className="font-normal">
                предложена
              </Status>
            ) : (
              <span className="text-muted">не предложена</span>
            )}
            {school.listed ? <span className="text-muted">в действующем списке</span> : null}
            {school.firmness && school.firmness !== 'FIRM' ? (
              <FirmnessStatus firmness={school.firmness} why={school.why} />
            ) : null}
          </span>
        </Cell>
      </TableRow>
      <tr className={departing ? undefined : 'hidden scripting-none:table-row'}>
        <Cell colSpan={4} className="bg-quiet">
          <div className="sticky left-4 max-w-[min(48rem,calc(100cqi-4rem))] sm:ml-20">
            <TextareaField
              label={`${asked}: ${name}`}
              name={`reason-${schoolId}`}
              rows={1}
              maxLength={1000}
              readOnly={!mayConfirm}
              value={decision.reasons[schoolId] ?? ''}
              onChange={(event) => onReason(schoolId, event.target.value)}
              error={departing ? faultOf(`reason-${schoolId}`) : undefined}
            />
          </div>
        </Cell>
      </tr>
    </>
  );
}
