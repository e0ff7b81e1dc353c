import { CircleHelp, CopyMinus, type LucideIcon, MinusCircle, PlusCircle, Waves } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import {
  type CriterionDiagnosis,
  diagnosisWords,
  FINDING_NAMES,
  type Finding,
} from '@/lib/domain/instrument-diagnostics';
import { capitalised, formatNumber, formatPercent } from '@/lib/domain/russian';

const LOOKS: Record<Finding, { tone: Tone; icon: LucideIcon }> = {
  TOO_FEW: { tone: 'neutral', icon: CircleHelp },
  NEVER_FIRES: { tone: 'warning', icon: MinusCircle },
  ALWAYS_FIRES: { tone: 'warning', icon: PlusCircle },
  DUPLICATE: { tone: 'warning', icon: CopyMinus },
  NOISE: { tone: 'warning', icon: Waves },
};

interface DiagnosisTableProps {
  caption: string;
  diagnoses: readonly CriterionDiagnosis[];
  /** say under each criterion what was found */
  explained?: boolean;
}

/** Criteria with how often they fire and what was found about them. */
export function DiagnosisTable({ caption, diagnoses, explained = false }: DiagnosisTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Критерий</HeaderCell>
          <HeaderCell numeric>Карт</HeaderCell>
          <HeaderCell numeric>Сработал</HeaderCell>
          <HeaderCell numeric>Доля</HeaderCell>
          <HeaderCell numeric>
            Связь с{'\u00a0'}остальными, <i>r</i>
          </HeaderCell>
          <HeaderCell>Вывод</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {diagnoses.map((diagnosis) => (
          <TableRow key={diagnosis.code}>
            <RowHeader className="min-w-64">
              <span className="block text-xs font-normal text-muted">{diagnosis.code}</span>
              {diagnosis.text}
              {explained ? (
                <span className="mt-0.5 block font-normal text-muted">{diagnosisWords(diagnosis)}</span>
              ) : null}
            </RowHeader>
            <Cell numeric>{formatNumber(diagnosis.cards)}</Cell>
            <Cell numeric>{formatNumber(diagnosis.fires)}</Cell>
            <Cell numeric>{formatPercent(diagnosis.share)}</Cell>
            <Cell numeric>{formatNumber(diagnosis.restCorrelation, 2)}</Cell>
            <Cell>
              <Conclusion findings={diagnosis.findings} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Conclusion({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return (
      <Status tone="success" look="line">
        Замечаний нет
      </Status>
    );
  }
  return (
    <span className="flex flex-col gap-1">
      {findings.map((finding) => (
        <Status key={finding} look="line" {...LOOKS[finding]}>
          {capitalised(FINDING_NAMES[finding])}
        </Status>
      ))}
    </span>
  );
}
