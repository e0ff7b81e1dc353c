/** A card as its pages see it: the definition beside everything that is known of each answer. */
import type { Answer, AnswerSource } from '@/lib/domain/answers';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import type { CardJson, RevisionItem } from './card-schema';

/** What МОЦ verified, with its ground. */
export interface VerifiedAnswer {
  answer: Answer;
  reason: string;
  source: string;
  by: string;
  at: Date;
}

export interface CriterionComment {
  id: string;
  authorName: string;
  /** written by the one who looks */
  own: boolean;
  text: string;
  at: Date;
}

export interface CriterionAttachment {
  id: string;
  name: string;
  mediaType: string;
  /** bytes */
  size: number;
  uploadedBy: string;
  uploadedAt: Date;
}

export interface CriterionDispute {
  id: string;
  sign: string | null;
  reason: string;
  status: 'OPEN' | 'UPHELD' | 'REJECTED';
  raisedBy: string;
  raisedAt: Date;
  decision: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Rows of one file behind a computed answer. */
export interface EvidenceSource {
  importId: string;
  /** null: the file is not in sight any more */
  file: string | null;
  /** empty for csv */
  sheet: string;
  /** counted from 1, in order */
  rows: number[];
  /** when the file was brought in */
  at: Date | null;
}

/** What data answer to a criterion, in the words in which people read it. */
export interface ComputedView {
  /** null: the portal abstains */
  answer: Answer;
  /** «ОГЭ»: what stands after «по данным» */
  data: string;
  /** why the portal abstains */
  abstention: string | null;
  measure: string;
  value: string;
  /** null: nothing to compare with */
  threshold: string | null;
  /** pupils behind the value; null where the measure counts nobody */
  n: { count: number; of: string } | null;
  /** schools of the municipality with the measure; null where nothing is compared among schools */
  schools: number | null;
  rule: string;
  /** the number of the instrument's version that has the rule */
  versionNumber: number;
  sources: EvidenceSource[];
  computedAt: Date;
}

/** All that is known of one answer. */
export interface CriterionState {
  declared: Answer;
  declaredAt: Date | null;
  declaredBy: string | null;
  verified: VerifiedAnswer | null;
  /** null: no data were loaded, or no rule says how they answer */
  computed: ComputedView | null;
  /** the answer that counts, and whose it is */
  counted: { answer: Answer; source: AnswerSource };
  /** the school's own note */
  note: string;
  carriedOver: boolean;
  /** the principal may change this answer now */
  editable: boolean;
  /** last year's counted answer to the criterion with the same code; undefined: there was none */
  lastYear: Answer | undefined;
  comments: CriterionComment[];
  attachments: CriterionAttachment[];
  disputes: CriterionDispute[];
}

/** Why a card is locked: what happened, who did it and when, and how to open it again. */
export interface CardLock {
  why: string;
  by: string | null;
  since: Date | null;
  reopen: string;
}

/** An answer that differs between two submissions, or between the last one and now. */
export interface AnswerChange {
  criterion: string;
  from: Answer;
  to: Answer;
}

export interface CardView {
  card: CardJson;
  school: { id: string; code: string; name: string; shortName: string };
  campaign: {
    id: string;
    schoolYear: string;
    resultsYear: string;
    status: 'DRAFT' | 'OPEN' | 'CLOSED';
    letter: string;
    instrumentVersionId: string;
  };
  /** the criteria that apply to this school, and no others */
  instrument: InstrumentDefinition;
  /** by criterion code, one for each criterion of `instrument` */
  criteria: Record<string, CriterionState>;
  /** the school's own deadline or that of the campaign */
  dueAt: Date;
  savedAt: Date | null;
  revisions: RevisionItem[];
  /** what the school changed: since the last submission while it has the card, otherwise between the last two submissions */
  changes: AnswerChange[];
  /** null: the answers are open (to the principal, perhaps only some of them) */
  lock: CardLock | null;
  lastYear: { cardId: string; schoolYear: string; negativeSum: number; maximum: number } | null;
}

/** What the reviewer may do with the card in its state now. */
export interface ReviewView extends CardView {
  may: {
    accept: boolean;
    return: boolean;
    verify: boolean;
    reopen: boolean;
    decideDisputes: boolean;
    comment: boolean;
    dispute: boolean;
  };
}

/** A cell of a returned spreadsheet that cannot be taken; `message` says what is expected there. */
export interface CellFault {
  sheet: string;
  cell: string;
  message: string;
}

/** What a returned spreadsheet changes in one criterion. */
export interface SpreadsheetChange {
  criterion: string;
  text: string;
  /** null: the answer stays */
  answer: { from: Answer; to: Answer } | null;
  /** the school's own note; null: it stays */
  note: { from: string; to: string } | null;
  /** somebody changed it on the portal after the form was downloaded */
  changedSince: boolean;
}

export interface SpreadsheetPreview {
  /** of the card that the changes were compared with */
  version: number;
  changes: SpreadsheetChange[];
  errors: CellFault[];
}
