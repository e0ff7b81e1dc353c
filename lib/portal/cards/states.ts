/** DRAFT → SUBMITTED → ACCEPTED or RETURNED → SUBMITTED …; ACCEPTED → RETURNED by the head of МОЦ alone. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import type { CardStatus } from '@/lib/db/generated/enums';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { countOf } from '@/lib/domain/russian';
import { once, type RepeatableCall } from '@/lib/portal/answered-calls/commands';
import { record } from '@/lib/portal/journal/commands';
import { rowOf, stale } from './answering';
import { cardJson, scoreOfCard } from './card-json';
import { refusalOfClosed } from './lock';
import { nameOfCard, tellCentre, tellSchool } from './notices';
import type { CardJson, ReopeningInput, ReturnInput, StateChange } from './schema';
import { declaredAnswer, openCard, type StoredCard } from './stored-card';
import { type CardColumns, storeCard } from './storing';

const IN_WORDS: Record<CardStatus, string> = {
  DRAFT: 'ещё заполняется',
  SUBMITTED: 'уже отправлена на проверку',
  RETURNED: 'возвращена школе',
  ACCEPTED: 'уже принята',
};

interface Step {
  action: Action;
  from: readonly CardStatus[];
  to: CardStatus;
  /** what to do when the card is in another state */
  otherwise: string;
  columns: (stored: StoredCard) => CardColumns;
  /** criteria that alone may be changed afterwards; undefined: all */
  unlock?: string[] | undefined;
  reason?: string;
  refuse?: (stored: StoredCard) => Outcome<never> | null;
  afterwards: (db: ScopedDatabase, stored: StoredCard) => Promise<void>;
}

/** One step of a card: locked while it happens, done once for each Idempotency-Key, in the journal. */
function take(
  viewer: Viewer,
  cardId: string,
  { version }: StateChange,
  step: Step,
  now: Date,
  call: RepeatableCall | undefined,
): Promise<Outcome<CardJson>> {
  return forViewer(viewer, (db) =>
    once(db, viewer, call, async () => {
      const opened = await openCard(db, viewer, cardId, step.action, 'change');
      if (!opened.ok) return opened;
      const stored = opened.value;
      const { card } = stored;
      if (!step.from.includes(card.status)) {
        return failed('WRONG_STATE', `Карта ${IN_WORDS[card.status]}. ${step.otherwise}`);
      }
      const refused = refusalOfClosed(stored) ?? refusalOfUnknown(stored, step.unlock) ?? step.refuse?.(stored);
      if (refused) return refused;
      if (version !== undefined && version !== card.version) return stale(viewer, stored);
      const columns = { status: step.to, partlyUnlocked: step.unlock !== undefined, ...step.columns(stored) };
      const after = await storeCard(db, stored, columns, rowsUnlocked(stored, step.unlock ?? []));
      if (!after) return stale(viewer, stored);
      await step.afterwards(db, after);
      await record(db, viewer, now, {
        action: step.action,
        subjectType: 'card',
        subjectId: card.id,
        municipalityId: card.municipalityId,
        schoolId: card.schoolId,
        from: card.status,
        to: step.to,
        ...(step.reason !== undefined && { reason: step.reason }),
      });
      return done(cardJson(viewer, after));
    }),
  );
}

/** The rows whose lock changes when exactly these criteria are unlocked. */
function rowsUnlocked(stored: StoredCard, codes: readonly string[]) {
  return new Map(
    [...stored.criteria.keys()].flatMap((code) => {
      const row = rowOf(stored, code);
      const unlocked = codes.includes(code);
      return row && row.unlocked !== unlocked ? [[code, { ...row, unlocked }] as const] : [];
    }),
  );
}

function refusalOfUnknown(stored: StoredCard, codes: readonly string[] = []): Outcome<never> | null {
  const unknown = codes.filter((code) => !stored.criteria.has(code));
  if (unknown.length === 0) return null;
  const errors = unknown.map((path) => ({ path, message: `Критерия ${path} нет в карте этой школы.` }));
  return failed('INVALID', 'Открыть можно только критерии этой карты.', { errors });
}

/** Submits the card: complete, it is frozen as an immutable revision. INCOMPLETE names the unanswered codes. */
export function submitCard(viewer: Viewer, cardId: string, input: StateChange, now: Date, call?: RepeatableCall) {
  return take(
    viewer,
    cardId,
    input,
    {
      action: 'card.submit',
      from: ['DRAFT', 'RETURNED'],
      to: 'SUBMITTED',
      otherwise: 'Отправить можно карту, которую заполняет школа.',
      columns: () => ({
        submittedAt: now,
        submittedBy: viewer.name,
        decidedAt: null,
        decidedBy: null,
        returnComment: null,
      }),
      refuse: refusalOfIncomplete,
      afterwards: async (db, stored) => {
        await freezeRevision(db, viewer, stored, now);
        await tellCentre(db, stored, { title: `${nameOfCard(stored)}: отправлена`, text: 'Карта ждёт проверки.' }, now);
      },
    },
    now,
    call,
  );
}

function refusalOfIncomplete(stored: StoredCard): Outcome<never> | null {
  const unanswered = [...stored.criteria.keys()].filter((code) => declaredAnswer(stored.rows.get(code)) === null);
  if (unanswered.length === 0) return null;
  const left = countOf(unanswered.length, 'критерий', 'критерия', 'критериев');
  return failed('INCOMPLETE', `Без ответа ${left}. Ответьте на них и отправьте карту снова.`, {
    errors: unanswered.map((path) => ({ path, message: 'Нет ответа.' })),
    extra: { unanswered },
  });
}

async function freezeRevision(db: ScopedDatabase, viewer: Viewer, stored: StoredCard, now: Date): Promise<void> {
  const { id, schoolId, municipalityId } = stored.card;
  const earlier = await db.cardRevision.count({ where: { cardId: id } });
  const answers = [...stored.criteria.keys()].map((code) => [code, declaredAnswer(stored.rows.get(code))]);
  await db.cardRevision.create({
    data: {
      cardId: id,
      schoolId,
      municipalityId,
      number: earlier + 1,
      submittedAt: now,
      submittedBy: viewer.name,
      answers: Object.fromEntries(answers) as Prisma.InputJsonValue,
      score: scoreOfCard(stored.card) as unknown as Prisma.InputJsonValue,
    },
  });
}

/** Gives a submitted card back with a message; with `criteria` only these may be changed. */
export function returnCard(viewer: Viewer, cardId: string, input: ReturnInput, now: Date, call?: RepeatableCall) {
  return take(
    viewer,
    cardId,
    input,
    {
      action: 'card.return',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      otherwise: 'Вернуть можно карту, которая отправлена на проверку.',
      columns: () => ({ decidedAt: now, decidedBy: viewer.name, returnComment: input.comment }),
      unlock: input.criteria?.length ? input.criteria : undefined,
      reason: input.comment,
      afterwards: (db, stored) =>
        tellSchool(db, stored, { title: `${nameOfCard(stored)}: возвращена на доработку`, text: input.comment }, now),
    },
    now,
    call,
  );
}

/** Accepts a submitted card: from now on its sum stands in the list of schools. */
export function acceptCard(viewer: Viewer, cardId: string, input: StateChange, now: Date, call?: RepeatableCall) {
  return take(
    viewer,
    cardId,
    input,
    {
      action: 'card.accept',
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      otherwise: 'Принять можно карту, которая отправлена на проверку.',
      columns: () => ({ decidedAt: now, decidedBy: viewer.name, returnComment: null }),
      afterwards: (db, stored) =>
        tellSchool(
          db,
          stored,
          {
            title: `${nameOfCard(stored)}: принята`,
            text: 'МОЦ принял карту. Если балл начислен неверно, его можно оспорить.',
          },
          now,
        ),
    },
    now,
    call,
  );
}

/** The head of МОЦ opens an accepted card again, with a reason that the school reads. */
export function reopenCard(viewer: Viewer, cardId: string, input: ReopeningInput, now: Date, call?: RepeatableCall) {
  return take(
    viewer,
    cardId,
    input,
    {
      action: 'card.reopen',
      from: ['ACCEPTED'],
      to: 'RETURNED',
      otherwise: 'Открыть заново можно принятую карту.',
      columns: () => ({ decidedAt: now, decidedBy: viewer.name, returnComment: input.reason }),
      unlock: input.criteria?.length ? input.criteria : undefined,
      reason: input.reason,
      afterwards: (db, stored) =>
        tellSchool(db, stored, { title: `${nameOfCard(stored)}: открыта заново`, text: input.reason }, now),
    },
    now,
    call,
  );
}
