/** What attachments must know of a card: its criteria, and where files may be added or removed now. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { scoreOfCard } from './card-json';
import { isEditable, lockInWords, lockOf } from './lock';
import { openCard, type StoredCard } from './stored-card';

export interface CardForAttachments {
  schoolId: string;
  municipalityId: string;
  /** null: no such criterion in this card */
  criterionIdOf: (code: string) => string | null;
  codeOf: (criterionId: string) => string;
  /** while the school has the card, and afterwards as evidence beside a point that it may dispute */
  refusalOfAttaching: (code: string) => Outcome<never> | null;
  /** while the school has the card */
  refusalOfRemoving: (code: string) => Outcome<never> | null;
}

export async function cardForAttachments(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<CardForAttachments>> {
  const opened = await openCard(db, viewer, id, action, action === 'card.read' ? 'read' : 'change');
  if (!opened.ok) return opened;
  const stored = opened.value;
  const { card, criteria, instrument } = stored;
  const refusalOfRemoving = (code: string) => (isEditable(viewer, stored, code) ? null : locked(stored));
  return done({
    schoolId: card.schoolId,
    municipalityId: card.municipalityId,
    criterionIdOf: (code) => (criteria.has(code) ? (instrument.criterionIds.get(code) ?? null) : null),
    codeOf: (criterionId) => instrument.criterionCodes.get(criterionId) ?? criterionId,
    refusalOfAttaching: (code) => (mayBeDisputed(stored, code) ? null : refusalOfRemoving(code)),
    refusalOfRemoving,
  });
}

/** Whether the school may bring evidence against a point of this criterion. */
function mayBeDisputed({ card, campaign }: StoredCard, code: string): boolean {
  if (campaign.status !== 'OPEN' || (card.status !== 'SUBMITTED' && card.status !== 'ACCEPTED')) return false;
  return scoreOfCard(card).points.some((point) => point.criterion === code);
}

function locked(stored: StoredCard): Outcome<never> {
  const lock = lockOf(stored);
  return failed(
    'NOT_EDITABLE',
    lock ? lockInWords(lock) : 'Карта возвращена только для отмеченных критериев. Если ошибка и здесь, напишите МОЦ.',
  );
}
