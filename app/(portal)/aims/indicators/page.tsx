import type { Metadata } from 'next';
import { sendOwnIndicator, sendRemoveIndicator, sendTarget } from '@/app/(portal)/aims/actions';
import { type AimsSearch, askedAims } from '@/app/(portal)/aims/asked';
import { opened } from '@/app/(portal)/opened';
import { AimsTabs } from '@/components/aims/aims-tabs';
import { IndicatorHistory } from '@/components/aims/indicator-history';
import { IndicatorTable } from '@/components/aims/indicator-table';
import { OwnIndicatorForm, TargetForms } from '@/components/aims/target-forms';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { FEWEST_YEARS, FORECAST_YEARS } from '@/lib/domain/aims/indicators';
import { formatSchoolYear } from '@/lib/domain/russian';
import { cycleView } from '@/lib/portal/aims/queries';

export const metadata: Metadata = { title: 'Показатели' };

/** Target, fact and forecast of a municipality's year. */
export default async function IndicatorsPage({ searchParams }: { searchParams: AimsSearch }) {
  const { viewer, asked } = await askedAims(searchParams);
  const { place, indicators } = opened(await cycleView(viewer, asked));
  const { schoolYear, mayChange } = place;
  return (
    <>
      <PageHeader
        kind={`${place.municipality}, ${formatSchoolYear(schoolYear, true)}`}
        title="Показатели"
        description="План задаёт МОЦ, факт портал считает по своим данным; где данных нет, факт вносят с источником. Нажмите на факт, чтобы открыть список, из которого он получен."
        actions={
          <TableFileLinks
            href="/aims/indicators/file"
            query={{ year: schoolYear, municipality: place.municipalityId }}
          />
        }
      />
      <AimsTabs place={place} view="indicators" />
      <div className="space-y-6">
        <Panel padding="flush">
          <IndicatorTable indicators={indicators} />
        </Panel>
        <Panel
          title="По годам"
          description={`Прогноз — наше предложение: прямая через факты последних ${FORECAST_YEARS} лет (медиана наклонов между парами лет), продолженная на год. Меньше ${FEWEST_YEARS} лет с данными — прогноза нет. Он не учитывает принятых мер.`}
        >
          <IndicatorHistory indicators={indicators} />
        </Panel>
        {mayChange ? (
          <>
            <Panel title="План и внесённые значения">
              <TargetForms
                indicators={indicators}
                set={(code) => sendTarget.bind(null, { schoolYear, code })}
                remove={(code) => sendRemoveIndicator.bind(null, { schoolYear, code })}
              />
            </Panel>
            <Panel title="Свой показатель" description="Для того, о чём в портале данных нет.">
              <OwnIndicatorForm add={sendOwnIndicator.bind(null, schoolYear)} />
            </Panel>
          </>
        ) : null}
      </div>
    </>
  );
}
