import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/analysis/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { AnalysisTabs } from '@/components/ranking/analysis-tabs';
import { YearLinks } from '@/components/ranking/year-links';
import { MethodCriteria } from '@/components/rescoring/method-criteria';
import { RescoringForm } from '@/components/rescoring/rescoring-form';
import { proposalWords, type RescoringSort, RescoringTable } from '@/components/rescoring/rescoring-table';
import { sortedSchools } from '@/components/rescoring/sorted-schools';
import { EmptyState } from '@/components/ui/empty-state';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { capitalised, formatChange, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { rescoringOf } from '@/lib/portal/rescoring/queries';
import type { RescoringView } from '@/lib/portal/rescoring/schema';
import { askedRescoring, type RescoringSearch } from './asked';

export const metadata: Metadata = { title: 'Пересчёт по другой методике' };

interface PageInput {
  params: Promise<{ id: string }>;
  searchParams: Promise<RescoringSearch>;
}

export default async function RescoringPage({ params, searchParams }: PageInput) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const search = await searchParams;
  const { choice, sort } = askedRescoring(search);
  const view = opened(await rescoringOf(viewer, id, choice));
  const chosen = { from: view.before.campaignId, version: view.after.versionId, table: view.table.code };
  const sortHref = (column: RescoringSort) => {
    return `/analysis/campaigns/${id}/rescoring?${new URLSearchParams({ ...chosen, sort: column })}`;
  };
  return (
    <>
      <PageHeader
        title="Пересчёт по другой методике"
        kind={`${capitalised(view.municipalityName)}, ${formatSchoolYear(view.schoolYear, true)}`}
        description="Сравнение показывает, изменилась ли школа или сама карта. Ничего не записывается: прошлые годы остаются с суммами по своим картам."
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        actions={
          <YearLinks
            current={view.schoolYear}
            years={view.campaigns.map((campaign) => ({
              schoolYear: campaign.schoolYear,
              href: `/analysis/campaigns/${campaign.id}/rescoring?table=${encodeURIComponent(view.table.code)}`,
            }))}
          />
        }
      />
      <AnalysisTabs
        campaignId={id}
        municipalityId={view.municipalityId}
        tables={view.ownTables.map(({ code, track }) => ({ code, title: TRACK_NAMES[track] }))}
        tableCode={view.table.code}
        view="rescoring"
      />
      <div className="mb-6">
        <RescoringForm view={view} />
      </div>
      {view.schools.length === 0 ? (
        <Panel>
          <EmptyState title="Сравнивать пока нечего">В выбранных кампаниях ещё нет принятых карт.</EmptyState>
        </Panel>
      ) : (
        <div className="space-y-6">
          <Summary view={view} />
          <Panel
            title="Школы"
            description="Изменение = школа + методика. «Школа» — разница на вопросах, которые заданы и там, и там; «методика» — баллы вопросов, которые заданы только с одной стороны."
            actions={<TableFileLinks href={`/analysis/campaigns/${id}/rescoring/file`} query={{ ...chosen, sort }} />}
            padding="flush"
          >
            <RescoringTable view={view} schools={sortedSchools(view.schools, sort)} sort={sort} sortHref={sortHref} />
          </Panel>
          <MethodCriteria
            title="Спрошено впервые"
            description="Этих вопросов раньше не было. Сработали бы они тогда, неизвестно."
            criteria={view.newlyAsked}
          />
          <MethodCriteria
            title="Больше не спрашивается"
            description="Баллы этих вопросов исчезли вместе с ними."
            criteria={view.notAskedAgain}
          />
          <MethodCriteria
            title="Ответов нет"
            description={`Карта спрашивает об этом, но в ${formatSchoolYear(view.after.schoolYear)} школы не отвечали. Балла нет, хотя он мог бы быть: суммы скорее занижены.`}
            criteria={view.unanswerable}
            withPoints={false}
          />
        </div>
      )}
    </>
  );
}

function Summary({ view }: { view: RescoringView }) {
  const { before, after, schools } = view;
  const splits = schools.flatMap((school) => school.split ?? []);
  const total = (part: 'change' | 'school' | 'method') =>
    formatChange(splits.reduce((sum, split) => sum + split[part], 0));
  const side = (name: string, { schoolYear, versionName, rule }: RescoringView['before']) =>
    `${name}: ${formatSchoolYear(schoolYear)}, ${versionName}, правило: ${rule ?? 'не задано'}.`;
  const sameVersion = before.versionId === after.versionId;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <FigureWithChange
          label="Изменение сумм, всего"
          value={total('change')}
          unit={`баллов, школ: ${splits.length}`}
        />
        <FigureWithChange label="Изменились школы" value={total('school')} unit="баллов" />
        <FigureWithChange label="Изменилась методика" value={total('method')} unit="баллов" />
        <FigureWithChange
          label="Предложены правилом"
          value={String(schools.filter((school) => school.after?.proposed).length)}
          hint={proposalWords(schools)}
        />
      </div>
      <Notice tone="neutral" title={sameVersion ? 'Карта с обеих сторон одна и та же' : undefined}>
        <p>{side('Было', before)}</p>
        <p>{side('Стало', after)}</p>
        {sameVersion ? <p>Методика не менялась, поэтому всё изменение — это изменение школ.</p> : null}
      </Notice>
    </>
  );
}
