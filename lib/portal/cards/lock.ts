/** Whether a card's answers are open, and if not, why, by whom, since when and how to open them again. */
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import type { StoredCard } from './stored-card';
import type { CardLock } from './views';

/** The lock that the state of the card and its campaign puts on the answers; null while the school has the card. */
export function lockOf({ card, campaign }: Pick<StoredCard, 'card' | 'campaign'>): CardLock | null {
  if (campaign.status === 'CLOSED') {
    return {
      why: `Кампания ${formatSchoolYear(campaign.schoolYear)} закрыта`,
      by: null,
      since: campaign.closedAt,
      reopen: 'Если в карте ошибка, напишите руководителю МОЦ.',
    };
  }
  if (campaign.status === 'DRAFT') {
    return {
      why: `Кампания ${formatSchoolYear(campaign.schoolYear)} ещё не открыта`,
      by: null,
      since: null,
      reopen: 'Карту можно будет заполнять, когда МОЦ откроет кампанию.',
    };
  }
  if (card.status === 'SUBMITTED') {
    return {
      why: 'Карта отправлена на проверку',
      by: card.submittedBy,
      since: card.submittedAt,
      reopen: 'Чтобы исправить ответ, попросите МОЦ вернуть карту.',
    };
  }
  if (card.status === 'ACCEPTED') {
    return {
      why: 'Карта принята',
      by: card.decidedBy,
      since: card.decidedAt,
      reopen: 'Открыть её заново может руководитель МОЦ.',
    };
  }
  return null;
}

/** The lock in one sentence: «Карта принята 12 марта 2020 (Иванова). Открыть её заново может руководитель МОЦ.» */
export function lockInWords(lock: CardLock): string {
  const since = lock.since ? ` ${formatDate(lock.since)}` : '';
  const by = lock.by ? ` (${lock.by})` : '';
  return `${lock.why}${since}${by}. ${lock.reopen}`;
}

/** Whether this viewer may change the criterion now. */
export function isEditable(viewer: Viewer, stored: StoredCard, code: string): boolean {
  const { card, rows } = stored;
  return mayEdit(viewer, stored) && (!card.partlyUnlocked || rows.get(code)?.unlocked === true);
}

/** Whether this viewer may change answers of the card now, all or the unlocked ones. */
export function mayEdit(viewer: Viewer, stored: StoredCard): boolean {
  const { schoolId, municipalityId } = stored.card;
  return lockOf(stored) === null && may(viewer, 'card.answer', { schoolId, municipalityId });
}

/** Why this viewer cannot change answers, in words; null when they can. */
export function lockedReasonFor(viewer: Viewer, stored: StoredCard): string | null {
  const lock = lockOf(stored);
  if (lock) return lockInWords(lock);
  return mayEdit(viewer, stored) ? null : 'Карту заполняет школа: ответы меняет только директор.';
}

/** NOT_EDITABLE with the reason while the card is locked. */
export function refusalOfLock(stored: StoredCard): Outcome<never> | null {
  const lock = lockOf(stored);
  return lock && failed('NOT_EDITABLE', lockInWords(lock));
}

/** After closing, only what was begun can be finished; everything else is refused with what to do. */
export function refusalOfClosed({ campaign }: StoredCard): Outcome<never> | null {
  if (campaign.status === 'OPEN') return null;
  return failed(
    'WRONG_STATE',
    campaign.status === 'CLOSED'
      ? `Кампания ${formatSchoolYear(campaign.schoolYear)} закрыта: её карты больше не${NBSP}меняются.`
      : `Кампания ${formatSchoolYear(campaign.schoolYear)} ещё не${NBSP}открыта.`,
  );
}
