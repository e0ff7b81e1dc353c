/** What is derived, of what and after what. */
import type { Campaign, Prisma } from '@/lib/db/generated/client';
import type { Answer } from '@/lib/domain/answers';
import type { ComputedAnswer } from '@/lib/domain/evidence/computed-answer';
import type { Actor } from '@/lib/portal/cards/commands';

/** A card whose computed answers are others than before; sums differ only where the campaign counts them. */
export type ChangedCard = {
  cardId: string;
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  /** of the campaign */
  schoolYear: string;
  criteria: { code: string; from: Answer; to: Answer }[];
  sumBefore: number;
  sumAfter: number;
};

export type DerivedCampaign = Pick<
  Campaign,
  'id' | 'municipalityId' | 'schoolYear' | 'resultsYear' | 'instrumentVersionId' | 'counts'
>;

/** After what, when and by whom. */
export interface Occasion {
  importId: string | null;
  now: Date;
  actor: Actor;
}

/** What deriving needs of a card. */
export const DERIVED_CARD = {
  id: true,
  schoolId: true,
  municipalityId: true,
  gradeFrom: true,
  gradeTo: true,
  negativeSum: true,
  school: { select: { code: true, shortName: true } },
} satisfies Prisma.CardSelect;
export type DerivedCard = Prisma.CardGetPayload<{ select: typeof DERIVED_CARD }>;

/** What was derived on a card for a criterion. */
export interface Derived {
  card: DerivedCard;
  criterionId: string;
  computed: ComputedAnswer;
}

/** Nothing is loaded: there is nothing to keep, and no row to open. */
export function isEmpty({ abstention, sources }: Pick<ComputedAnswer, 'abstention' | 'sources'>): boolean {
  return abstention === 'NO_DATA' && sources.length === 0;
}
