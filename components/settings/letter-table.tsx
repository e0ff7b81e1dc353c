import { Archive, Clock } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatMoment } from '@/lib/domain/russian';

interface Letter {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  status: 'KEPT' | 'QUEUED' | 'SENT' | 'FAILED';
  attempts: number;
  error: string | null;
  createdAt: Date;
}

function LetterState({ letter }: { letter: Letter }) {
  switch (letter.status) {
    case 'SENT':
      return <Status tone="success">Отправлено</Status>;
    case 'QUEUED':
      return (
        <Status tone="info" icon={Clock}>
          {letter.attempts > 0 ? `Ждёт, попыток: ${letter.attempts}` : 'Ждёт отправки'}
        </Status>
      );
    case 'FAILED':
      return <Status tone="danger">Не доставлено</Status>;
    case 'KEPT':
      return <Status icon={Archive}>Хранится, не отправлено</Status>;
  }
}

/** The letters of the outbox, each opens to its text. */
export function LetterTable({ letters, now }: { letters: readonly Letter[]; now: Date }) {
  return (
    <Table caption="Исходящие письма">
      <TableHead>
        <TableRow>
          <HeaderCell>Когда</HeaderCell>
          <HeaderCell>Кому</HeaderCell>
          <HeaderCell>Письмо</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {letters.map((letter) => (
          <TableRow key={letter.id}>
            <Cell className="whitespace-nowrap">{formatMoment(letter.createdAt, now)}</Cell>
            <Cell>{letter.recipient}</Cell>
            <Cell>
              <details>
                <summary className="cursor-pointer font-medium">{letter.subject}</summary>
                <p className="mt-2 max-w-prose whitespace-pre-line">{letter.text}</p>
                {letter.error ? <p className="mt-2 text-danger">Ответ почтового сервера: {letter.error}</p> : null}
              </details>
            </Cell>
            <Cell>
              <LetterState letter={letter} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
