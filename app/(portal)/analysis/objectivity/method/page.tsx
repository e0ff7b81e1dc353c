import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SettingsOrigin } from '@/components/federal-rule/settings-origin';
import { OBJECTIVITY } from '@/components/objectivity/addresses';
import { MANY_TESTS, METHOD_WORDS } from '@/components/objectivity/method-words';
import { ObjectivityTabs } from '@/components/objectivity/objectivity-tabs';
import { PowerSummary } from '@/components/objectivity/power-table';
import { settingGroups } from '@/components/objectivity/setting-fields';
import { SettingsForm } from '@/components/objectivity/settings-form';
import { SettingsTable } from '@/components/objectivity/settings-table';
import { SIGN_TITLES } from '@/components/objectivity/sign-words';
import { WordingNote } from '@/components/objectivity/wording-note';
import { PrintButton } from '@/components/ranking/print-button';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { MEASURED_POWER } from '@/lib/domain/objectivity/measured-power';
import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import { formatDate, typeset } from '@/lib/domain/russian';
import { methodSettingsFor } from '@/lib/portal/methods/queries';
import { methodPlace, type PlaceSearch, yearOf } from '../place';
import { saveObjectivitySettings } from './actions';

export const metadata: Metadata = { title: 'Как считаются признаки' };

interface PageProps {
  searchParams: Promise<PlaceSearch>;
}

/** What each sign is, by which rule and constants, how often it errs, and what it cannot tell. */
export default async function MethodPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const place = methodPlace(viewer, search);
  const settings = opened(await methodSettingsFor(viewer, 'OBJECTIVITY', place));
  const ownPlace = place.municipalityId === viewer.municipalityId;
  const mayChange = ownPlace && may(viewer, 'method.change', place);
  return (
    <>
      <PageHeader
        breadcrumbs={
          viewer.role === 'PRINCIPAL'
            ? [{ label: 'Объективность результатов школы', href: `${OBJECTIVITY}/schools/${viewer.schoolId}` }]
            : [{ label: 'Анализ', href: '/analysis' }]
        }
        title="Как считаются признаки"
        description="Правила, постоянные и границы применимости. Методика — предложение разработчиков портала, пока регион или муниципалитет не задаст своё."
        actions={
          <>
            {viewer.role === 'REGION_COORDINATOR' && place.municipalityId ? (
              <LinkButton href={`${OBJECTIVITY}/method`}>Постоянные региона</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {place.municipalityId && viewer.role !== 'PRINCIPAL' ? (
        <ObjectivityTabs municipalityId={place.municipalityId} schoolYear={yearOf(search.year) ?? ''} view="method" />
      ) : null}
      <div className="space-y-6">
        <WordingNote />
        <Panel title="Почему одного порога мало">
          <p className="max-w-3xl">{typeset(MANY_TESTS)}</p>
        </Panel>
        {SIGN_CODES.map((code) => (
          <Panel key={code} id={code} title={`${code}. ${typeset(SIGN_TITLES[code])}`}>
            <DescriptionList
              items={[
                { term: 'Когда ставится', value: typeset(METHOD_WORDS[code].rule) },
                { term: 'Границы применимости', value: typeset(METHOD_WORDS[code].limits) },
                { term: 'Откуда', value: typeset(METHOD_WORDS[code].origin) },
              ]}
            />
          </Panel>
        ))}
        <Panel
          title="Как часто признаки ошибаются"
          description={`От самых лёгких условий до самых трудных; измерено розыгрышем придуманных школ с постоянными по умолчанию, ${formatDate(new Date(MEASURED_POWER.measuredOn))}. Повторить: ${MEASURED_POWER.command}.`}
          padding="flush"
        >
          <PowerSummary />
        </Panel>
        <Panel title="Постоянные" description={<SettingsOrigin settings={settings} />} padding="flush">
          <SettingsTable values={settings.values} />
        </Panel>
        {mayChange ? (
          <Panel
            title="Изменить постоянные"
            description="Признаки и карты, в которых они засчитаны, пересчитываются сразу; это занимает до минуты. Кто и когда изменил, остаётся в журнале."
          >
            <SettingsForm
              groups={settingGroups(settings.values)}
              version={settings.version}
              own={settings.from === (place.municipalityId ? 'MUNICIPALITY' : 'REGION')}
              save={saveObjectivitySettings}
            />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
