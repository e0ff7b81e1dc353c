import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { LINK_STATES } from '@/lib/domain/library/link-address';
import { formatMoment } from '@/lib/domain/russian';
import type { CheckedLinks } from '@/lib/portal/documents/views';

/** Addresses of documents with what they answered and when; who may, goes from here to mend one. */
export function CheckedLinkTable({ items, now }: { items: CheckedLinks['items']; now: Date }) {
  return (
    <Table caption="Ссылки документов">
      <TableHead>
        <tr>
          <HeaderCell>Документ и адрес</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Проверена</HeaderCell>
          <HeaderCell>Исправить</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <RowHeader>
              <Link href={`/library/${item.id}`} className="link break-words">
                {item.title}
              </Link>
              <a href={item.url} rel="noreferrer" className="link block break-all font-normal text-sm">
                {item.url}
              </a>
            </RowHeader>
            <Cell>
              {item.state ? (
                <Status tone={item.state === 'OK' ? 'success' : 'danger'}>{LINK_STATES[item.state]}</Status>
              ) : (
                <Status tone="neutral">Ещё не проверена</Status>
              )}
            </Cell>
            <Cell>{item.checkedAt ? formatMoment(item.checkedAt, now) : '—'}</Cell>
            <Cell>
              {item.mayChange ? (
                <Link
                  href={`/library/${item.id}/edit`}
                  className="link"
                  aria-label={`Исправить адрес документа «${item.title}»`}
                >
                  Исправить
                </Link>
              ) : (
                'документ региона'
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
