import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Thread } from '@/lib/domain/support/thread';

interface ThreadTableProps {
  threads: readonly Thread[];
  causes: Readonly<Record<string, string>>;
}

const none = <span className="text-muted">—</span>;

/** A row a criterion: what followed from its points, and what they became. */
export function ThreadTable({ threads, causes }: ThreadTableProps) {
  return (
    <Table caption="От балла до эффекта" scroll="always">
      <TableHead>
        <tr>
          <HeaderCell>Критерий</HeaderCell>
          <HeaderCell>Причина</HeaderCell>
          <HeaderCell>Вывод</HeaderCell>
          <HeaderCell>Рекомендация</HeaderCell>
          <HeaderCell>Мера и партнёр</HeaderCell>
          <HeaderCell>Через год</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {threads.map((thread) => (
          <TableRow key={thread.code} className="[&>*]:align-top">
            <RowHeader className="min-w-56">
              {thread.code}: баллов {thread.points}
              <span className="block font-normal text-muted">{thread.text}</span>
              {thread.breaks.length > 0 ? (
                <Status tone="warning" look="line">
                  {thread.breaks.join(', ')}
                </Status>
              ) : null}
            </RowHeader>
            <Cell className="min-w-40">
              {thread.causes.length > 0 ? thread.causes.map((code) => causes[code] ?? code).join('; ') : none}
            </Cell>
            <Cell className="min-w-56">
              <Lines items={thread.findings.map(({ id, text }) => ({ id, text }))} />
            </Cell>
            <Cell className="min-w-64">
              <Lines
                items={thread.recommendations.map(({ id, text, status }) => ({
                  ...{ id, text, note: status.toLowerCase(), href: `/support/recommendations/${id}` },
                }))}
              />
            </Cell>
            <Cell className="min-w-56">
              <Lines
                items={thread.measures.map(({ id, title, state, partnership }) => ({
                  ...{ id, text: title, note: [state.toLowerCase(), partnership].filter(Boolean).join(' · ') },
                }))}
              />
            </Cell>
            <Cell>
              <After thread={thread} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Lines({ items }: { items: readonly { id: string; text: string; note?: string; href?: string }[] }) {
  if (items.length === 0) return none;
  return (
    <ul className="space-y-1.5">
      {items.map(({ id, text, note, href }) => (
        <li key={id}>
          {href ? (
            <Link className="link" href={href}>
              {text}
            </Link>
          ) : (
            text
          )}
          {note ? <span className="block text-xs text-muted">{note}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function After({ thread: { points, after } }: { thread: Thread }) {
  if (after === null) return <span className="text-muted">карта ещё не принята</span>;
  if (after < points) return <Status tone="success" look="line">{`баллов ${after}`}</Status>;
  return <Status tone={after > points ? 'danger' : 'neutral'} look="line">{`баллов ${after}`}</Status>;
}
