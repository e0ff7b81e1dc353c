import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ConfirmationForm } from '@/components/lists/confirmation-form';
import type { CandidateSchool } from '@/components/lists/confirmation-rows';
import { triedRule } from '@/components/ranking/what-if/tried-rule';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { firmnessWords } from '@/lib/domain/firmness';
import { type IdentificationRule, ruleWords } from '@/lib/domain/identification';
import { capitalised, countOf, dayOf, formatDate, formatSchoolYear, plural } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { confirmationView } from '@/lib/portal/lists/queries';
import type { ConfirmationSchool } from '@/lib/portal/lists/views';
import { confirm } from './actions';

export const metadata: Metadata = { title: 'Утверждение списка' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ table?: string; rule?: string; value?: string }>;
}

export default async function ConfirmPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const search = await searchParams;
  const tried = triedRule(search.table ?? '', search);
  const view = opened(await confirmationView(viewer, id, search.table, tried));
  const { campaign, table, rule, listInForce, schools } = view;
  const ranking = `/analysis/campaigns/${id}?table=${encodeURIComponent(table.code)}`;
  const missing = schools.filter((school) => school.status !== 'ACCEPTED').length;
  const header = (
    <PageHeader
      breadcrumbs={[
        { label: 'Анализ', href: '/analysis' },
        { label: TRACK_NAMES[table.track], href: ranking },
      ]}
      kind={`${capitalised(campaign.municipalityName)}, ${formatSchoolYear(campaign.schoolYear, true)}`}
      title={view.may.confirm ? (listInForce ? 'Новый приказ о списке' : 'Утверждение списка') : 'Проект списка'}
      description={rule ? `${TRACK_NAMES[table.track]}. Правило: ${ruleWords(rule)}.` : undefined}
    />
  );
  if (!rule) {
    return (
      <>
        {header}
        <EmptyState
          title="Правило ещё не задано"
          actions={<LinkButton href={`${ranking}#what-if`}>Подобрать правило</LinkButton>}
        >
          Без правила нет предложения, с которым сверяют список.
        </EmptyState>
      </>
    );
  }
  const candidate = toCandidate(rule);
  const looked = (school: ConfirmationSchool) =>
    school.proposed || school.listed || school.firmness?.firmness === 'BORDERLINE';
  const startsFrom = listInForce && !tried ? 'listed' : 'proposed';
  return (
    <>
      {header}
      <div className="space-y-4">
        {view.may.confirm ? null : (
          <Notice title="Утверждает руководитель МОЦ">
            Вы видите предложение и можете подготовить его к приказу, но утвердить список не можете.
          </Notice>
        )}
        {listInForce ? (
          <Notice title={`Действует приказ № ${listInForce.orderNumber} от ${formatDate(listInForce.orderDate)}`}>
            Новый приказ заменит его, прежний список останется в истории.
          </Notice>
        ) : null}
        {missing > 0 ? (
          <Notice
            tone="warning"
            title={`${plural(missing, 'Не принята', 'Не приняты', 'Не приняты')} ${countOf(missing, 'карта', 'карты', 'карт')} из ${schools.length}`}
            actions={
              <LinkButton href={`/monitoring/campaigns/${id}`} size="sm">
                К&nbsp;картам кампании
              </LinkButton>
            }
          >
            Без принятой карты у школы нет суммы, и правило её не предлагает. Утверждать список можно, но он будет
            неполным.
          </Notice>
        ) : null}
        <ConfirmationForm
          candidates={schools.filter(looked).map(candidate)}
          others={schools.filter((school) => !looked(school)).map(candidate)}
          included={schools.filter((school) => school[startsFrom]).map((school) => school.schoolId)}
          hiddenFields={[
            ['campaign', id],
            ['table', table.code],
            ['replaces', listInForce?.id ?? ''],
            ...(tried
              ? ([
                  ['rule', search.rule ?? ''],
                  ['value', search.value ?? ''],
                ] as const)
              : []),
          ]}
          today={dayOf(new Date())}
          mayConfirm={view.may.confirm}
          confirm={confirm}
        />
      </div>
    </>
  );
}

const toCandidate =
  (rule: IdentificationRule) =>
  (school: ConfirmationSchool): CandidateSchool => ({
    schoolId: school.schoolId,
    name: school.schoolShortName,
    fullName: school.schoolName,
    proposed: school.proposed,
    listed: school.listed,
    reason: school.reason,
    negativeSum: school.negativeSum,
    maximum: school.maximum,
    firmness: school.firmness?.firmness ?? null,
    why: school.firmness ? firmnessWords(school.firmness, rule) : '',
    cardStatus: school.status,
  });
