import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { sendLinks, sendPosition, sendRemoveLink } from '@/app/(portal)/aims/actions';
import { type AimsSearch, askedAims } from '@/app/(portal)/aims/asked';
import { opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { aimsHref } from '@/components/aims/aims-href';
import { AimsTabs } from '@/components/aims/aims-tabs';
import { LinkChoices } from '@/components/aims/link-choices';
import { LinkedThings } from '@/components/aims/linked-things';
import { PositionForm } from '@/components/aims/position-form';
import { PositionStatus } from '@/components/aims/position-status';
import { AttachedFiles } from '@/components/support/attached-files';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { isPositionCode, POSITIONS, positionNumber } from '@/lib/domain/aims/positions';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { cycleView, linkChoices } from '@/lib/portal/aims/queries';

export const metadata: Metadata = { title: 'Позиция управленческого цикла' };

interface PageProps {
  params: Promise<{ code: string }>;
  searchParams: AimsSearch;
}

export default async function PositionPage({ params, searchParams }: PageProps) {
  const { viewer, asked } = await askedAims(searchParams);
  const { code } = await params;
  if (!isPositionCode(code)) notFound();
  const { place, positions } = opened(await cycleView(viewer, asked));
  const position = positions.find((one) => one.code === code);
  if (!position) notFound();
  const { mayChange } = place;
  const choices = mayChange ? opened(await linkChoices(viewer, position.id)) : [];
  const { title, hint, proof } = POSITIONS[code];
  const number = positionNumber(code);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: `Цикл ${formatSchoolYear(place.schoolYear)}`, href: aimsHref('/aims', place) }]}
        kind={number === null ? `Основание, ${place.municipality}` : `Позиция ${number} из 9, ${place.municipality}`}
        title={title}
        status={<PositionStatus state={position.state} />}
        description={`${hint}. Изменено ${formatMoment(position.changedAt, new Date())}, ${position.changedBy}.`}
      />
      <AimsTabs place={place} view={null} />
      {position.missing.length > 0 ? (
        <Notice tone="warning" title="Чего не хватает" className="mb-6">
          <ul className="list-disc pl-5">
            {position.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="space-y-6">
        <Panel title="Текст">
          {mayChange ? (
            <PositionForm send={sendPosition.bind(null, position.id)} version={position.version} text={position.text} />
          ) : (
            <p className="max-w-prose whitespace-pre-line">{position.text || 'Текст не внесён.'}</p>
          )}
        </Panel>
        <Panel title="Чем подтверждено" description="Документы библиотеки и то, что уже есть в портале.">
          <LinkedThings
            links={position.links}
            remove={mayChange ? (link) => sendRemoveLink.bind(null, position.id, link) : null}
          />
        </Panel>
        {mayChange ? (
          <Panel
            title="Добавить из портала"
            description={`То, что относится к ${formatSchoolYear(place.schoolYear)} учебному году.`}
          >
            <LinkChoices choices={choices} usual={proof} add={sendLinks.bind(null, position.id)} />
          </Panel>
        ) : null}
        <Panel title="Файлы" description="Войдут в пакет материалов вместе с файлами документов библиотеки.">
          <AttachedFiles
            subjectType="aim-position"
            subjectId={position.id}
            files={position.files}
            mayAttach={mayChange}
            back={aimsHref(`/aims/positions/${code}`, place)}
            send={sendFile}
            remove={sendRemoveFile}
          />
        </Panel>
      </div>
    </>
  );
}
