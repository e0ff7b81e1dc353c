import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Answer } from '@/lib/domain/answers';
import { formatMoment } from '@/lib/domain/russian';
import type { HistoryEntry } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';

const ACTIONS: Record<string, string> = {
  'card.answer': 'Ответ',
  'card.submit': 'Отправлена на проверку',
  'card.return': 'Возвращена',
  'card.accept': 'Принята',
  'card.reopen': 'Открыта снова',
  'card.verify': 'Проверенный ответ',
  'card.comment': 'Замечание',
  'card.dispute': 'Возражение',
  'card.decideDispute': 'Решение по возражению',
  'card.attach': 'Файл',
  'card.extend': 'Новый срок',
  'campaign.open': 'Карта выдана',
  'card.rescore': 'Сумма пересчитана',
  'card.compute': 'Рассчитано по данным',
};

const STATES: Record<string, string> = {
  DRAFT: 'заполняется',
  SUBMITTED: 'ждёт проверки',
  RETURNED: 'возвращена',
  ACCEPTED: 'принята',
};

function isAnswer(value: unknown): value is Answer {
  if (Array.isArray(value)) return value.every((code) => typeof code === 'string');
  return value === null || value === 'yes' || value === 'no' || value === 'na';
}

/** A value of the journal as people read it. */
function inWords(value: unknown): string {
  if (typeof value === 'string' && Object.hasOwn(STATES, value)) return STATES[value] ?? value;
  if (isAnswer(value)) return answerInWords(value);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => (key === 'comment' ? `пояснение: «${String(inner)}»` : inWords(inner)))
      .join(', ');
  }
  return String(value ?? '—');
}

/** The journal of a card as a table. */
export function CardHistory({ entries, now }: { entries: readonly HistoryEntry[]; now: Date }) {
  return (
    <Table caption="Изменения карты">
      <TableHead>
        <TableRow>
          <HeaderCell>Когда</HeaderCell>
          <HeaderCell>Кто</HeaderCell>
          <HeaderCell>Что</HeaderCell>
          <HeaderCell>Было</HeaderCell>
          <HeaderCell>Стало</HeaderCell>
          <HeaderCell>Причина</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the journal is append-only and shown as it is
          <TableRow key={index}>
            <Cell className="whitespace-nowrap">{formatMoment(new Date(entry.at), now)}</Cell>
            <Cell>{entry.actor}</Cell>
            <Cell>
              {ACTIONS[entry.action] ?? entry.action}
              {entry.criterion ? <span className="block text-muted">{entry.criterion}</span> : null}
            </Cell>
            <Cell>{entry.from === null && entry.action !== 'card.answer' ? '—' : inWords(entry.from)}</Cell>
            <Cell>{inWords(entry.to)}</Cell>
            <Cell className="max-w-xs whitespace-pre-line">{entry.reason ?? ''}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
