import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

export interface TableProps extends Omit<ComponentProps<'table'>, 'children'> {
  /** What the table shows; read by screen readers as its name and that of its scrolling region. */
  caption: string;
  captionHidden?: boolean;
  /**
   * «narrow»: scrolls sideways by itself only while the page is narrow, the header row sticks to the window on a wide
   * one; «always»: keeps its own scrolling frame with a sticky header and first column (heat maps).
   */
  scroll?: 'narrow' | 'always';
  children: ReactNode;
}

/** A dense table with a caption and a header row that stays in sight; never makes the page itself scroll sideways. */
export function Table({ caption, captionHidden = true, scroll = 'narrow', className, children, ...rest }: TableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      data-scroll-region={scroll}
      className={cn(
        'relative min-w-0 overflow-x-auto rounded-[inherit]',
        scroll === 'narrow' && 'lg:overflow-visible',
        scroll === 'always' && 'max-h-[85dvh] overflow-auto',
      )}
    >
      <table className={cn('w-full border-separate border-spacing-0 text-sm', className)} {...rest}>
        <caption className={captionHidden ? 'sr-only' : 'px-3 py-2 text-left font-semibold'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead className={cn('sticky top-0 z-10', className)} {...rest} />;
}

export function TableBody({ className, ...rest }: ComponentProps<'tbody'>) {
  return <tbody className={cn('last:[&>tr:last-child>*]:border-b-0', className)} {...rest} />;
}

export function TableFoot({ className, ...rest }: ComponentProps<'tfoot'>) {
  return <tfoot className={cn('font-semibold', className)} {...rest} />;
}

/** A row; `marked` sets it off (a school on the list, an unread notice). */
export function TableRow({ className, marked, ...rest }: ComponentProps<'tr'> & { marked?: boolean }) {
  return (
    <tr
      className={cn(
        'hover:[&>td]:bg-quiet hover:[&>th[scope=row]]:bg-quiet',
        marked && '[&>:first-child]:shadow-[inset_0.25rem_0_0_var(--accent)]',
        className,
      )}
      {...rest}
    />
  );
}

export type SortDirection = 'ascending' | 'descending';

export interface HeaderCellProps extends ComponentProps<'th'> {
  numeric?: boolean;
  /** Where a click leads (the same page sorted by this column) and how it is sorted now. */
  sort?: { href: string; direction?: SortDirection };
}

/** The head of a column; with `sort` a link whose state is told by `aria-sort` and an arrow. */
export function HeaderCell({ numeric, sort, className, children, ...rest }: HeaderCellProps) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? (sort ? 'none' : undefined)}
      className={cn(
        'border-b border-line-strong bg-quiet px-3 py-2 align-bottom font-semibold text-ink',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          prefetch={false}
          className={cn(
            'flex w-fit items-center gap-1 no-underline underline-offset-2 hover:text-accent hover:underline',
            numeric && 'ml-auto flex-row-reverse',
          )}
        >
          {children}
          <SortArrow direction={sort.direction} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

function SortArrow({ direction }: { direction?: SortDirection }) {
  if (direction === 'ascending') return <ArrowUp aria-hidden className="size-4 shrink-0 text-accent" />;
  if (direction === 'descending') return <ArrowDown aria-hidden className="size-4 shrink-0 text-accent" />;
  return <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted print:hidden" />;
}

/** The head of a row (a school's name). */
export function RowHeader({ className, ...rest }: ComponentProps<'th'>) {
  return <th scope="row" className={cn(cellLook, 'min-w-40 text-left font-medium', className)} {...rest} />;
}

/** A cell; figures are aligned to the right in tabular digits. */
export function Cell({ numeric, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return <td className={cn(cellLook, numeric ? 'text-right tabular-nums' : 'text-left', className)} {...rest} />;
}

const cellLook = 'border-b border-line bg-surface px-3 py-2 align-middle';
