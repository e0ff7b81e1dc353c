import { Download } from 'lucide-react';
import { buttonLook } from '@/components/ui/button-look';
import { Panel } from '@/components/ui/panel';
import { countOf, formatNumber } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';
import { FaultTable } from './fault-table';

export function FaultPanel({ import: { errors, errorCount, fileKept }, id }: { import: ImportView; id: string }) {
  const shown = errors.length < errorCount ? ` Показаны первые ${formatNumber(errors.length)}.` : '';
  return (
    <Panel
      padding="flush"
      title={`Не годится: ${countOf(errorCount, 'ошибка', 'ошибки', 'ошибок')}`}
      description={`Строки с ошибками не применяются. Исправьте их в своём файле и загрузите его снова.${shown}`}
      actions={
        fileKept ? (
          <a
            href={`/api/v1/imports/${id}/marked-file`}
            download
            data-look="button"
            className={buttonLook({ variant: 'secondary' })}
          >
            <Download aria-hidden />
            Файл с отмеченными ячейками
          </a>
        ) : null
      }
    >
      <FaultTable faults={errors} />
    </Panel>
  );
}
