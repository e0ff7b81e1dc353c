import { Archive, Ban, CircleHelp, Clock, type LucideIcon, Send } from 'lucide-react';
import { ActionForm } from '@/components/ui/action-form';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { FormState } from '@/lib/domain/form-state';
import { formatMoment } from '@/lib/domain/russian';
import { type LetterStatus, letterWords } from './letter-words';

interface Letter {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  status: LetterStatus;
  attempts: number;
  error: string | null;
  createdAt: Date;
}

const LOOKS: Readonly<Record<LetterStatus, { tone?: Tone; icon?: LucideIcon }>> = {
  SENT: { tone: 'success' },
  QUEUED: { tone: 'info', icon: Clock },
  FAILED: { tone: 'danger' },
  SENDING: { tone: 'info', icon: Send },
  UNCERTAIN: { tone: 'warning', icon: CircleHelp },
  CANCELLED: { icon: Ban },
  KEPT: { icon: Archive },
};

type Decide = (id: string, state: FormState, form: FormData) => Promise<FormState>;

interface LetterTableProps {
  letters: readonly Letter[];
  now: Date;
  again: Decide;
  cancel: Decide;
  /** false: there is no mail server to send anything to */
  delivering: boolean;
}

const SENT_AGAIN: readonly Letter['status'][] = ['FAILED', 'UNCERTAIN', 'CANCELLED', 'KEPT'];

/** The letters of the outbox, each opens to its text; what did not simply go is decided by a person. */
export function LetterTable({ letters, now, again, cancel, delivering }: LetterTableProps) {
  return (
    <Table caption="Исходящие письма">
      <TableHead>
        <TableRow>
          <HeaderCell className="hidden sm:table-cell">Когда</HeaderCell>
          <HeaderCell className="hidden sm:table-cell">Кому</HeaderCell>
          <HeaderCell>Письмо</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {letters.map((letter) => (
          <TableRow key={letter.id}>
            <Cell className="hidden whitespace-nowrap sm:table-cell">{formatMoment(letter.createdAt, now)}</Cell>
            <Cell className="hidden sm:table-cell">{letter.recipient}</Cell>
            <Cell>
              <p className="text-sm break-all text-muted sm:hidden">
                {letter.recipient}, {formatMoment(letter.createdAt, now)}
              </p>
              <details>
                <summary className="cursor-pointer font-medium">{letter.subject}</summary>
                <p className="mt-2 max-w-prose whitespace-pre-line">{letter.text}</p>
                {letter.error ? <p className="mt-2 text-danger">Ответ почтового сервера: {letter.error}</p> : null}
              </details>
            </Cell>
            <Cell>
              <Status {...LOOKS[letter.status]}>{letterWords(letter)}</Status>
              {letter.status === 'QUEUED' ? (
                <ActionForm send={cancel.bind(null, letter.id)} className="mt-2">
                  <SubmitButton variant="secondary" size="sm" pendingText="Минуту…">
                    Отменить<span className="sr-only"> письмо «{letter.subject}»</span>
                  </SubmitButton>
                </ActionForm>
              ) : null}
              {delivering && SENT_AGAIN.includes(letter.status) ? (
                <ActionForm send={again.bind(null, letter.id)} className="mt-2">
                  <SubmitButton variant="secondary" size="sm" pendingText="Минуту…">
                    Отправить ещё раз<span className="sr-only"> письмо «{letter.subject}»</span>
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
