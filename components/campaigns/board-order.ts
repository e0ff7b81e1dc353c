import type { BoardRow } from '@/lib/portal/campaigns/views';

/** What a methodist asks the board for. */
export const BOARD_VIEWS = {
  all: { label: 'Все', fits: () => true },
  review: { label: 'Ждут проверки', fits: (row: BoardRow) => row.status === 'SUBMITTED' || row.openDisputes > 0 },
  differ: { label: 'Расходятся с данными', fits: (row: BoardRow) => row.disagreements > 0 },
  notFiled: { label: 'Не сдали', fits: (row: BoardRow) => row.status === 'DRAFT' || row.status === 'RETURNED' },
  late: { label: 'Опаздывают', fits: (row: BoardRow) => row.late },
  notBegun: { label: 'Не начали', fits: (row: BoardRow) => row.status === 'DRAFT' && !row.begun },
  filling: { label: 'Заполняют', fits: (row: BoardRow) => row.status === 'DRAFT' && row.begun },
  returned: { label: 'Возвращены', fits: (row: BoardRow) => row.status === 'RETURNED' },
  accepted: { label: 'Приняты', fits: (row: BoardRow) => row.status === 'ACCEPTED' },
} as const;

export type BoardView = keyof typeof BOARD_VIEWS;

export function boardView(text: string | undefined): BoardView {
  return text && Object.hasOwn(BOARD_VIEWS, text) ? (text as BoardView) : 'all';
}

function need(row: BoardRow): number {
  if (row.status === 'SUBMITTED') return 0;
  if (row.openDisputes > 0) return 1;
  if (row.late && !row.begun) return 2;
  if (row.late) return 3;
  if (row.status === 'RETURNED') return 4;
  if (row.status === 'DRAFT') return row.begun ? 6 : 5;
  return 7;
}

/**
 * Rows by need: what waits for МОЦ first, then the late, then those who have not begun; accepted cards last. Of the same
 * need the cards that data contradict most come first.
 */
export function byNeed(rows: readonly BoardRow[]): BoardRow[] {
  return rows
    .map((row, position) => ({ row, position }))
    .sort((a, b) => need(a.row) - need(b.row) || b.row.disagreements - a.row.disagreements || a.position - b.position)
    .map(({ row }) => row);
}
