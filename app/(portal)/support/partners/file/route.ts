import { dayCell, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { NETWORK_KINDS, PARTNERSHIP_STATUSES } from '@/lib/domain/support/partnership';
import { networkList } from '@/lib/portal/networks/queries';
import type { NetworkRow } from '@/lib/portal/networks/views';
import { partnershipList } from '@/lib/portal/partnerships/queries';
import type { PartnershipRow } from '@/lib/portal/partnerships/views';

/** Partnerships of a year as a file, `?format=csv|xlsx&year=`; with `table=networks` the networks. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', table = '' }, now) => {
    if (table === 'networks') {
      const networks = await networkList(viewer);
      return networks.ok ? done(tableOf('Сети', networks.value.rows, NETWORK_COLUMNS)) : networks;
    }
    const list = await partnershipList(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!list.ok) return list;
    const title = `Партнёрства, ${formatSchoolYear(list.value.schoolYear)}`;
    return done(tableOf(title, list.value.rows, PARTNERSHIP_COLUMNS));
  });
}

const PARTNERSHIP_COLUMNS: readonly RowColumn<PartnershipRow>[] = [
  { header: 'Партнёрство', width: 40, of: (row) => row.title },
  { header: 'Школа-лидер', width: 36, of: (row) => row.host },
  { header: 'Кого поддерживает', width: 50, of: (row) => row.schools.join(', ') },
  { header: 'Состояние', width: 18, of: (row) => PARTNERSHIP_STATUSES[row.status] },
  { header: 'Событий', format: 'integer', of: (row) => row.events },
  { header: 'Ближайшее: дата', of: ({ nextEvent }) => dayCell(nextEvent?.on ?? null) },
  { header: 'Ближайшее: что', width: 40, of: ({ nextEvent }) => nextEvent?.title ?? null },
];

const NETWORK_COLUMNS: readonly RowColumn<NetworkRow>[] = [
  { header: 'Сеть', width: 50, of: (row) => row.title },
  { header: 'Вид', width: 36, of: (row) => NETWORK_KINDS[row.kind] },
  { header: 'Работает', of: (row) => (row.active ? 'да' : 'нет') },
  { header: 'Школ', format: 'integer', of: (row) => row.schools },
  { header: 'Педагогов', format: 'integer', of: (row) => row.teachers },
  { header: 'Событий в плане', format: 'integer', of: (row) => row.events },
];
