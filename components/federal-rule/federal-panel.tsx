import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { procedureApplies, procedureName } from '@/lib/domain/federal-procedures';
import type { FederalRuleSettings, ProcedureVerdict, ProcedureYear } from '@/lib/domain/federal-rule';
import { verdictWords } from '@/lib/domain/federal-words';
import { formatPercent, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { FederalDetails, SourceLine } from '@/lib/portal/federal-rule/views';
import { FederalStatus } from './federal-status';
import { SidePanel } from './side-panel';
import { SourceLines } from './source-lines';

export interface FederalPanelProps {
  details: FederalDetails;
  settings: FederalRuleSettings;
  resultsYear: string;
  closeHref: string;
}

/** One school by the federal rule: share, participants and source of every procedure in both years. */
export function FederalPanel({ details, settings, resultsYear, closeHref }: FederalPanelProps) {
  const { school, sources } = details;
  return (
    <SidePanel id="school-rule" kind="Федеральное правило" title={school.schoolShortName} closeHref={closeHref}>
      <p className="mt-3">
        <FederalStatus result={school.federal.result} />
      </p>
      <p className="mt-2 text-sm">{verdictWords(school.federal, settings)}</p>
      <ul className="mt-4 divide-y divide-line border-y border-line text-sm">
        {school.federal.procedures.map((procedure) => (
          <li key={procedure.code} className="py-2.5">
            <Procedure
              procedure={procedure}
              settings={settings}
              resultsYear={resultsYear}
              applies={procedureApplies(procedure.code, school.grades)}
              sources={sources[procedure.code] ?? { year: [], before: [] }}
            />
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/monitoring/cards/${school.cardId}`} size="sm">
          Открыть карту
        </LinkButton>
        <LinkButton href={`/schools/${school.schoolId}`} size="sm">
          Страница школы
        </LinkButton>
      </div>
    </SidePanel>
  );
}

interface ProcedureProps {
  procedure: ProcedureVerdict;
  settings: FederalRuleSettings;
  resultsYear: string;
  applies: boolean;
  sources: { year: SourceLine[]; before: SourceLine[] };
}

function Procedure({ procedure, settings, resultsYear, applies, sources }: ProcedureProps) {
  const { code, year, before, lasting } = procedure;
  if (!applies && !year.result && !before.result) {
    return (
      <p className="text-muted">
        {procedureName(code)}: таких классов в{NBSP}школе нет
      </p>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-medium">{procedureName(code)}</h3>
        {lasting ? (
          <Status tone="danger" look="line">
            два года подряд
          </Status>
        ) : null}
      </div>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <YearLine schoolYear={resultsYear} figures={year} settings={settings} sources={sources.year} />
        <YearLine
          schoolYear={previousSchoolYear(resultsYear)}
          figures={before}
          settings={settings}
          sources={sources.before}
        />
      </dl>
    </>
  );
}

interface YearLineProps {
  schoolYear: string;
  figures: ProcedureYear;
  settings: FederalRuleSettings;
  sources: readonly SourceLine[];
}

function YearLine({ schoolYear, figures, settings, sources }: YearLineProps) {
  return (
    <>
      <dt className="text-muted tabular-nums">{formatSchoolYear(schoolYear)}</dt>
      <dd className="min-w-0">
        <span className={figures.low ? 'font-semibold' : undefined}>{figuresWords(figures, settings)}</span>
        <SourceLines lines={sources} />
      </dd>
    </>
  );
}

function figuresWords({ result, share, low }: ProcedureYear, { minimumN }: FederalRuleSettings): string {
  if (!result) return 'данных нет';
  const figures = `${result.below} из${NBSP}${result.participants}, ${formatPercent(share)}`;
  if (low === null) return `${figures}: участников меньше ${minimumN}, не${NBSP}считается`;
  return low ? `${figures} — низкая` : figures;
}
