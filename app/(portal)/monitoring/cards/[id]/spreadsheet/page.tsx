import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SpreadsheetForm } from '@/components/cards/fill/spreadsheet-form';
import { buttonLook } from '@/components/ui/button-look';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { formatSchoolYear } from '@/lib/domain/russian';
import { MOST_WORKBOOK_BYTES } from '@/lib/exchange/workbook-guard';
import { cardForEditing } from '@/lib/portal/cards/queries';
import { sendChanges, sendSpreadsheet } from './actions';

export const metadata: Metadata = { title: 'Карта таблицей' };

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The card as a spreadsheet: download, fill in, upload, look, apply. */
export default async function SpreadsheetPage({ params }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const { card, school, campaign } = opened(await cardForEditing(viewer, id));
  const address = `/monitoring/cards/${id}`;
  if (!card.editable) redirect(address);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Диагностическая карта', href: address }]}
        kind={school.shortName}
        title="Заполнить таблицей"
        description={`${formatSchoolYear(campaign.schoolYear, true)}. Удобно, если ответы собирают завучи или нет постоянной связи.`}
      />
      <div className="max-w-4xl space-y-6">
        <Panel
          title="1. Скачайте бланк"
          description="В нём уже стоят ваши ответы. Заполните жёлтые ячейки: ответ выбирается из списка, комментарий пишется свободно. Остальное закрыто."
        >
          <a
            href={`/api/v1/cards/${id}/spreadsheet`}
            download
            data-look="button"
            className={buttonLook({ variant: 'secondary' })}
          >
            <Download aria-hidden />
            Скачать бланк xlsx
          </a>
        </Panel>
        <SpreadsheetForm cardId={id} mostBytes={MOST_WORKBOOK_BYTES} look={sendSpreadsheet} apply={sendChanges} />
      </div>
    </>
  );
}
