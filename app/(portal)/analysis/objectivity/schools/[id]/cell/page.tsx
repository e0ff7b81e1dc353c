import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { OBJECTIVITY, placeHref } from '@/components/objectivity/addresses';
import { JournalTable } from '@/components/objectivity/journal-table';
import { ScoreHistogram } from '@/components/objectivity/score-histogram';
import { SignPanel } from '@/components/objectivity/sign-panel';
import { SourceList } from '@/components/objectivity/source-list';
import { WordingNote } from '@/components/objectivity/wording-note';
import { YearsTable } from '@/components/objectivity/years-table';
import { PrintButton } from '@/components/ranking/print-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { formatSchoolYear, typeset } from '@/lib/domain/russian';
import { objectivityCell } from '@/lib/portal/objectivity/queries';
import { yearOf } from '../../../place';
import { askForRecheck, decide, saveSecondResult, sendExplanation } from './actions';

export const metadata: Metadata = { title: 'Объективность: работа' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ year?: string; grade?: string; subject?: string }>;
}

/** One cell of the map: distribution, journal, each sign with its figures, three years, and the re-check. */
export default async function CellPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const schoolId = idOf((await params).id);
  const search = await searchParams;
  const schoolYear = yearOf(search.year);
  const grade = Number(search.grade);
  if (!schoolYear || !Number.isInteger(grade) || !search.subject) notFound();
  const view = opened(await objectivityCell(viewer, { schoolId, schoolYear, grade, subject: search.subject }));
  const { school, subject, signs, may } = view;
  const now = new Date();
  const cell = { schoolId, schoolYear, grade, subject };
  const found = signs.filter((sign) => sign.result === 'SIGN');
  const ordered = [...found, ...signs.filter((sign) => sign.result !== 'SIGN')];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          ...(may.map
            ? [
                { label: 'Анализ', href: '/analysis' },
                {
                  label: 'Карта объективности',
                  href: placeHref('', { municipality: view.municipalityId, year: schoolYear }),
                },
              ]
            : []),
          { label: school.name, href: `${OBJECTIVITY}/schools/${schoolId}` },
        ]}
        kind={`ВПР, ${formatSchoolYear(schoolYear, true)}`}
        title={`${subject}, ${grade} класс`}
        description={typeset(school.name)}
        actions={<PrintButton />}
      />
      <WordingNote className="mb-6" />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <section aria-labelledby="signs-title" className="min-w-0 space-y-3">
          <h2 id="signs-title" className="text-lg font-semibold">
            {found.length > 0 ? `Признаки: ${found.length}` : 'Признаков нет'}
          </h2>
          {ordered.map((sign) => (
            <SignPanel
              key={sign.code}
              sign={sign}
              cell={cell}
              may={may}
              now={now}
              steps={{ ask: askForRecheck, secondResult: saveSecondResult, explain: sendExplanation, decide }}
            />
          ))}
        </section>
        <div className="min-w-0 space-y-6">
          {view.histogram ? (
            <Panel title="Баллы">
              <ScoreHistogram histogram={view.histogram} curveOf={view.curveOf} />
              {view.scale ? null : (
                <p className="mt-4 text-sm text-muted">
                  Официальная шкала этого года не загружена: границы отметок неизвестны, и портал их не угадывает.
                </p>
              )}
            </Panel>
          ) : null}
          {view.journal ? (
            <Panel title="Отметки за ВПР и в журнале" padding="flush">
              <JournalTable journal={view.journal} />
            </Panel>
          ) : null}
          <Panel title="Три года" padding="flush">
            <YearsTable view={view} />
          </Panel>
          {view.sources.length > 0 ? (
            <Panel title="Откуда данные">
              <SourceList sources={view.sources} />
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}
