import { formatDate, NBSP } from '@/lib/domain/russian';
import type { SettingsInForce } from '@/lib/portal/federal-rule/views';

/** Whose constants are in force: ours, the region's or the municipality's. */
export function SettingsOrigin({
  settings,
}: {
  settings: Pick<SettingsInForce<unknown>, 'from' | 'changedBy' | 'changedAt'>;
}) {
  const { from, changedBy, changedAt } = settings;
  const by = changedBy && changedAt ? `: ${changedBy}, ${formatDate(changedAt)}` : '';
  switch (from) {
    case 'DEFAULT':
      return <>Действует предложение разработчиков портала.</>;
    case 'REGION':
      return (
        <>
          Заданы для{NBSP}региона{by}.
        </>
      );
    case 'MUNICIPALITY':
      return (
        <>
          Заданы для{NBSP}муниципалитета{by}.
        </>
      );
  }
}
