import { FileDown } from 'lucide-react';
import { LinkButton } from './link-button';

interface TableFileLinksProps {
  /** address of the route that makes the file */
  href: string;
  /** the conditions that the page shows its table under; what is empty is left out */
  query?: Record<string, string | readonly string[] | undefined>;
  /** «Таблица» unless a page has several */
  label?: string;
}

/** The table of a page as a file, under the same conditions. */
export function TableFileLinks({ href, query = {}, label = 'Таблица' }: TableFileLinksProps) {
  const kept = Object.entries(query).flatMap(([name, given]) =>
    [given ?? []].flat().flatMap((value) => (value === '' ? [] : [[name, value]])),
  );
  return (['xlsx', 'csv'] as const).map((format) => (
    <LinkButton
      key={format}
      size="sm"
      data-print="none"
      href={`${href}?${new URLSearchParams([['format', format], ...kept])}`}
      prefetch={false}
    >
      <FileDown aria-hidden /> {label}, {format}
    </LinkButton>
  ));
}
