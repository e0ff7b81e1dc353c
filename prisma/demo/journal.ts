/** The journal: campaigns, states of cards, verified answers, lists; single answers only in the city's open campaign. */
import type { Prisma } from '@/lib/db/generated/client';
import { schoolYearFrom } from '@/lib/domain/school-year';
import type { JournalRecord } from '@/lib/portal/journal/commands';
import { type DemoCampaign, OPEN_AUTUMN } from './campaigns';
import type { DemoCard } from './cards';
import type { DemoDispute } from './disputes';
import { listEntries } from './list-journal';
import type { DemoList } from './lists';
import { daysAfter } from './moments';
import { headOf, type Person, principalOf, reviewerOf } from './people';

type Entry = Prisma.JournalEntryCreateManyInput & { at: Date };
type Happening = Pick<JournalRecord, 'action'> &
  Pick<Prisma.JournalEntryCreateManyInput, 'detail' | 'from' | 'to' | 'reason'>;

function campaignEntries(campaign: DemoCampaign): Entry[] {
  const { id, municipality, autumn, opensAt, dueAt, closedAt, schools } = campaign;
  const head = headOf(municipality);
  const entry = (at: Date, happening: Happening): Entry => ({
    at,
    accountId: head.accountId,
    actorName: head.name,
    subjectType: 'campaign',
    subjectId: id,
    municipalityId: municipality.id,
    ...happening,
  });
  const opened = { schoolYear: schoolYearFrom(autumn), dueAt: dueAt.toISOString(), cards: schools.length };
  return [
    entry(opensAt, { action: 'campaign.open', to: opened }),
    ...(closedAt ? [entry(closedAt, { action: 'campaign.close', to: { notAccepted: 0 } })] : []),
  ];
}

function cardEntry(card: DemoCard, actor: Person, at: Date, happening: Happening): Entry {
  return {
    at,
    accountId: actor.accountId,
    actorName: actor.name,
    subjectType: 'card',
    subjectId: card.id,
    municipalityId: card.campaign.municipality.id,
    schoolId: card.school.id,
    ...happening,
  };
}

function cardEntries(card: DemoCard): Entry[] {
  const { campaign, school, plan, story } = card;
  const principal = principalOf(school);
  const reviewer = reviewerOf(campaign.municipality);
  const inDetail = campaign.autumn === OPEN_AUTUMN && campaign.municipality.code === 'smolensk';
  const entry = (actor: Person, at: Date, happening: Happening) => cardEntry(card, actor, at, happening);
  return [
    ...(inDetail
      ? [...story.given].map(([code, { answer, at }]) =>
          entry(principal, at, { action: 'card.answer', detail: code, to: answer ?? undefined }),
        )
      : []),
    ...story.submissions.map(({ at }, index) =>
      entry(principal, at, { action: 'card.submit', from: index === 0 ? 'DRAFT' : 'RETURNED', to: 'SUBMITTED' }),
    ),
    ...story.returns.map(({ at, message }) =>
      entry(reviewer, at, { action: 'card.return', from: 'SUBMITTED', to: 'RETURNED', reason: message }),
    ),
    ...[...story.verified].map(([code, { answer, reason, at }]) =>
      entry(reviewer, at, {
        action: 'card.verify',
        detail: code,
        from: story.given.get(code)?.answer ?? undefined,
        to: answer ?? undefined,
        reason,
      }),
    ),
    ...(story.acceptedAt
      ? [entry(reviewer, story.acceptedAt, { action: 'card.accept', from: 'SUBMITTED', to: 'ACCEPTED' })]
      : []),
    ...(plan.ownDeadline
      ? [
          entry(headOf(campaign.municipality), daysAfter(campaign.dueAt, -1), {
            action: 'card.extend',
            from: campaign.dueAt.toISOString(),
            to: daysAfter(campaign.dueAt, 14).toISOString(),
          }),
        ]
      : []),
  ];
}

function disputeEntries({ card, code, reason, raisedAt, decided }: DemoDispute): Entry[] {
  const reviewer = reviewerOf(card.campaign.municipality);
  return [
    cardEntry(card, principalOf(card.school), raisedAt, { action: 'card.dispute', detail: code, reason }),
    ...(decided
      ? [
          cardEntry(card, reviewer, decided.at, {
            action: 'card.decideDispute',
            detail: code,
            from: 'OPEN',
            to: decided.status,
            reason: decided.decision,
          }),
        ]
      : []),
  ];
}

/** All entries in the order in which they happened. */
export function journalRows(
  campaigns: readonly DemoCampaign[],
  cards: readonly DemoCard[],
  disputes: readonly DemoDispute[],
  lists: readonly DemoList[],
): Entry[] {
  return [
    ...campaigns.flatMap(campaignEntries),
    ...cards.flatMap(cardEntries),
    ...disputes.flatMap(disputeEntries),
    ...lists.flatMap((list) => listEntries(list, lists)),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}
