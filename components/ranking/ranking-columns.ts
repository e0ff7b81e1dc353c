import type { RankingColumn } from '@/lib/portal/lists/views';

/** Names of the columns that can be left out, in the order of the table. */
export const COLUMN_NAMES: Record<RankingColumn, string> = {
  code: 'Код школы',
  kind: 'Тип и классы',
  groups: 'Баллы по группам',
  share: 'Доля максимума',
  previous: 'Сумма год назад',
  change: 'Изменение за год',
  firmness: 'Устойчивость',
  list: 'Список',
};
