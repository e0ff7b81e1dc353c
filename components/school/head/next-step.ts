import { countOf, formatDate, formatSchoolYear, NBSP, timeLeft } from '@/lib/domain/russian';
import type { PresentCard, SchoolHead } from '@/lib/portal/schools/views';

export interface NextStep {
  /** what to do, or what is being waited for */
  title: string;
  note: string;
  href: string | null;
  /** it waits for the one who looks */
  own: boolean;
}

/** The next step of the school's card, as the one who looks may take it. */
export function nextStep({ card, closedOn, may }: Pick<SchoolHead, 'card' | 'closedOn' | 'may'>, now: Date): NextStep {
  if (closedOn) return { title: 'Школа закрыта', note: 'Новых карт у неё не будет.', href: null, own: false };
  if (!card) {
    const note = 'Карта появится, когда МОЦ откроет кампанию.';
    return { title: 'Карты ещё нет', note, href: null, own: false };
  }
  const href = `/monitoring/cards/${card.cardId}`;
  const year = formatSchoolYear(card.schoolYear, true);
  if (card.openDisputes > 0) {
    const count = countOf(card.openDisputes, 'балл оспаривается', 'балла оспаривается', 'баллов оспаривается');
    return may.decideDisputes
      ? { title: 'Решите возражение', note: `${year}: ${count}.`, href: `${href}?show=disputed`, own: true }
      : { title: 'Возражение ждёт решения', note: `${year}: ${count}.`, href: `${href}?show=disputed`, own: false };
  }
  if (card.status === 'ACCEPTED') {
    const then = card.campaignStatus === 'OPEN' ? ' Дальше МОЦ утверждает список.' : '';
    return { title: 'Карта принята', note: `${year}.${then}`, href, own: false };
  }
  if (card.campaignStatus === 'CLOSED') {
    return { title: 'Карта не принята', note: `${year}: кампания закрыта.`, href, own: false };
  }
  return { ...waiting(card, may, now), href };
}

function waiting(card: PresentCard, may: SchoolHead['may'], now: Date): Omit<NextStep, 'href'> {
  const year = formatSchoolYear(card.schoolYear);
  const due = `срок ${formatDate(card.dueAt)}, ${timeLeft(card.dueAt, now)}`;
  const answered = `отвечено ${card.answered} из${NBSP}${card.applicable}`;
  switch (card.status) {
    case 'SUBMITTED':
      return may.review
        ? { title: 'Проверьте карту', note: `${year}: школа отправила её на проверку.`, own: true }
        : { title: 'МОЦ проверяет карту', note: `${year}: карта отправлена.`, own: false };
    case 'RETURNED':
      return may.answer
        ? { title: 'Исправьте карту и отправьте снова', note: `${year}: ${due}.`, own: true }
        : { title: 'Школа исправляет карту', note: `${year}: ${due}.`, own: false };
    default:
      return may.answer
        ? { title: 'Заполните карту', note: `${year}: ${answered}, ${due}.`, own: true }
        : {
            title: card.begun ? 'Школа заполняет карту' : 'Школа не начала карту',
            note: `${year}: ${answered}, ${due}.`,
            own: false,
          };
  }
}
