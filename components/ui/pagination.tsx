import { ChevronLeft, ChevronRight } from 'lucide-react';
import { countOf, formatNumber } from '@/lib/domain/russian';
import { LinkButton } from './link-button';

export interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  /** The address of page n, with all filters kept. */
  hrefOf: (page: number) => string;
}

/** «51–100 из 350 записей», back and forward. Gives nothing when everything stands on one page. */
export function Pagination({ page, pageSize, total, hrefOf }: PaginationProps) {
  if (total <= pageSize && page === 1) return null;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  return (
    <nav
      aria-label="Страницы списка"
      data-print="none"
      className="flex flex-wrap items-center justify-between gap-3 border-t border-line p-3"
    >
      <p className="text-sm text-muted tabular-nums">
        {formatNumber(first)}–{formatNumber(Math.min(page * pageSize, total))} из{' '}
        {countOf(total, 'записи', 'записей', 'записей')}
      </p>
      <div className="flex flex-wrap gap-2">
        {page > 1 ? (
          <LinkButton href={hrefOf(page - 1)} rel="prev" size="sm">
            <ChevronLeft aria-hidden /> Назад
          </LinkButton>
        ) : null}
        {page < last ? (
          <LinkButton href={hrefOf(page + 1)} rel="next" size="sm">
            Вперёд <ChevronRight aria-hidden />
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
