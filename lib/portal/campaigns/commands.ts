import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Campaign } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { countOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { createCardsFor } from '@/lib/portal/cards/commands';
import { deriveCampaignAnew } from '@/lib/portal/evidence/commands';
import { freezeVersion } from '@/lib/portal/instruments/commands';
import { loadInstrument } from '@/lib/portal/instruments/queries';
import { record } from '@/lib/portal/journal/commands';
import { openOne } from './open-one';
import type { OpenCampaignInput } from './schema';
import { tellPrincipals } from './telling';

export { changeCounted } from './counting';

/** [DESIGN] until the centre sets its own: half of the maximum of the table (instrument-default.json, flagRules). */
const USUAL_SHARE = 0.5;

/**
 * Opens a campaign: every open school of the municipality gets a card, every principal the letter. The rules of the
 * year before are kept where their table still exists, otherwise half of the maximum proposes.
 */
export function openCampaign(
  viewer: Viewer,
  input: OpenCampaignInput,
  now: Date,
): Promise<Outcome<{ id: string; cards: number }>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    const refused = refusal(viewer, 'campaign.open', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Кампанию открывает руководитель МОЦ своего муниципалитета.');
    // a double click opens one campaign: the second waits here and finds the first
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`campaign ${municipalityId}`}, 0))`;
    const version = await db.instrumentVersion.findUnique({ where: { id: input.instrumentVersionId } });
    const instrument = await loadInstrument(db, input.instrumentVersionId);
    if (!version || !instrument || version.status !== 'PUBLISHED') {
      const message = 'Выберите опубликованную версию карты.';
      return failed('INVALID', message, { errors: [{ path: 'instrumentVersionId', message }] });
    }
    const where = { municipalityId_schoolYear: { municipalityId, schoolYear: input.schoolYear } };
    if (await db.campaign.findUnique({ where })) {
      const message = `Кампания ${formatSchoolYear(input.schoolYear)} уже есть: в учебном году она одна.`;
      return failed('CONFLICT', message, { errors: [{ path: 'schoolYear', message }] });
    }
    const schools = await db.school.findMany({ where: { municipalityId, closedOn: null } });
    if (schools.length === 0) {
      return failed('WRONG_STATE', 'В муниципалитете нет школ. Сначала добавьте школы в разделе «Школы».');
    }
    const campaign = await db.campaign.create({
      data: {
        municipalityId,
        schoolYear: input.schoolYear,
        resultsYear: previousSchoolYear(input.schoolYear),
        status: 'OPEN',
        opensAt: input.opensAt,
        dueAt: input.dueAt,
        instrumentVersionId: input.instrumentVersionId,
        letter: input.letter,
        counts: input.counts,
      },
    });
    await freezeVersion(db, input.instrumentVersionId, now);
    await keepRules(db, campaign, instrument.definition.tables);
    await createCardsFor(db, campaign, schools);
    await deriveCampaignAnew(db, campaign.id, now, viewer);
    await tellPrincipals(
      db,
      campaign,
      schools.map((school) => school.id),
      {
        subject: `Диагностическая карта ${formatSchoolYear(campaign.schoolYear)}: заполните до ${formatDate(campaign.dueAt)}`,
        text: input.letter,
      },
      now,
    );
    await record(db, viewer, now, {
      action: 'campaign.open',
      subjectType: 'campaign',
      subjectId: campaign.id,
      municipalityId,
      to: {
        schoolYear: campaign.schoolYear,
        dueAt: campaign.dueAt.toISOString(),
        cards: schools.length,
        counts: campaign.counts,
      },
    });
    return done({ id: campaign.id, cards: schools.length });
  });
}

async function keepRules(
  db: ScopedDatabase,
  campaign: Campaign,
  tables: readonly { code: string; track: 'LOW_RESULTS' | 'ADVERSE_CONDITIONS' }[],
): Promise<void> {
  const { municipalityId, schoolYear } = campaign;
  const before = await db.campaignRule.findMany({
    where: { campaign: { municipalityId, schoolYear: previousSchoolYear(schoolYear) } },
  });
  const firstOfTrack = tables.filter((table, at) => tables.findIndex((other) => other.track === table.track) === at);
  await db.campaignRule.createMany({
    data: firstOfTrack.map(({ track, code }) => {
      const kept = before.find((rule) => rule.track === track && rule.tableCode === code);
      return {
        campaignId: campaign.id,
        municipalityId,
        track,
        tableCode: code,
        kind: kept?.kind ?? 'SHARE',
        value: kept?.value ?? USUAL_SHARE,
      };
    }),
  });
}

/** Moves the deadline of the campaign, or of one school's card alone. */
export function moveDeadline(
  viewer: Viewer,
  campaignId: string,
  input: { dueAt: Date; cardId?: string },
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'campaign.change');
    if (!found.ok) return found;
    const { campaign } = found.value;
    if (input.dueAt <= campaign.opensAt) {
      const message = 'Срок должен быть позже начала кампании.';
      return failed('INVALID', message, { errors: [{ path: 'dueAt', message }] });
    }
    const change = { from: campaign.dueAt.toISOString(), to: input.dueAt.toISOString() };
    const subject = `Новый срок диагностической карты: ${formatDate(input.dueAt)}`;
    const text = `МОЦ перенёс срок заполнения карты ${formatSchoolYear(campaign.schoolYear)} на ${formatDate(input.dueAt)}.`;
    if (input.cardId) {
      const card = await db.card.findFirst({ where: { id: input.cardId, campaignId } });
      if (!card) return failed('NOT_FOUND', 'Карта не найдена в этой кампании.');
      await db.card.update({ where: { id: card.id }, data: { dueAt: input.dueAt } });
      await tellPrincipals(db, campaign, [card.schoolId], { subject, text }, now);
      await record(db, viewer, now, {
        action: 'card.extend',
        subjectType: 'card',
        subjectId: card.id,
        municipalityId: campaign.municipalityId,
        schoolId: card.schoolId,
        from: card.dueAt?.toISOString() ?? change.from,
        to: change.to,
      });
      return done(undefined);
    }
    await db.campaign.update({ where: { id: campaign.id }, data: { dueAt: input.dueAt, version: { increment: 1 } } });
    const waiting = await db.card.findMany({
      where: { campaignId, status: { in: ['DRAFT', 'RETURNED'] }, dueAt: null },
    });
    await tellPrincipals(
      db,
      campaign,
      waiting.map((card) => card.schoolId),
      { subject, text },
      now,
    );
    await record(db, viewer, now, {
      action: 'campaign.change',
      subjectType: 'campaign',
      subjectId: campaign.id,
      municipalityId: campaign.municipalityId,
      detail: 'dueAt',
      ...change,
    });
    return done(undefined);
  });
}

/** Reminds the principals of these schools whose card is not yet submitted; gives how many people were told. */
export function remindSchools(
  viewer: Viewer,
  campaignId: string,
  schoolIds: string[],
  now: Date,
): Promise<Outcome<{ told: number; schools: number }>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'campaign.remind');
    if (!found.ok) return found;
    const { campaign } = found.value;
    const waiting = await db.card.findMany({
      where: { campaignId, schoolId: { in: schoolIds }, status: { in: ['DRAFT', 'RETURNED'] } },
      select: { schoolId: true },
    });
    if (waiting.length === 0) return failed('WRONG_STATE', 'Выберите школы, которые ещё не отправили карту.');
    const told = await tellPrincipals(
      db,
      campaign,
      waiting.map((card) => card.schoolId),
      {
        subject: `Напоминание: диагностическая карта ${formatSchoolYear(campaign.schoolYear)}`,
        text: `Карта вашей школы ещё не отправлена. Срок — ${formatDate(campaign.dueAt)}. Всё, что вы уже ответили, сохранено.`,
      },
      now,
    );
    await record(db, viewer, now, {
      action: 'campaign.remind',
      subjectType: 'campaign',
      subjectId: campaign.id,
      municipalityId: campaign.municipalityId,
      to: { schools: waiting.length, people: told },
    });
    return done({ told, schools: waiting.length });
  });
}

/** Gives a card to schools of the municipality that have none in this campaign yet. */
export function addMissingCards(viewer: Viewer, campaignId: string, now: Date): Promise<Outcome<{ cards: number }>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'campaign.change');
    if (!found.ok) return found;
    const { campaign } = found.value;
    const schools = await db.school.findMany({
      where: { municipalityId: campaign.municipalityId, closedOn: null, cards: { none: { campaignId } } },
    });
    await createCardsFor(db, campaign, schools);
    await deriveCampaignAnew(db, campaign.id, now, viewer);
    await record(db, viewer, now, {
      action: 'campaign.change',
      subjectType: 'campaign',
      subjectId: campaign.id,
      municipalityId: campaign.municipalityId,
      detail: 'cards',
      to: schools.length,
    });
    return done({ cards: schools.length });
  });
}

/**
 * Closes a campaign: cards are frozen as they are. While cards are not accepted it is refused with their number, unless
 * the one who closes has confirmed having seen it.
 */
export function closeCampaign(
  viewer: Viewer,
  campaignId: string,
  missingSeen: boolean,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const found = await openOne(db, viewer, campaignId, 'campaign.close');
    if (!found.ok) return found;
    const missing = await db.card.count({ where: { campaignId, status: { not: 'ACCEPTED' } } });
    if (missing > 0 && !missingSeen) {
      return failed(
        'INCOMPLETE',
        `Не приняты ${countOf(missing, 'карта', 'карты', 'карт')}: охват не будет полным. Подтвердите закрытие или дождитесь школ.`,
      );
    }
    await db.campaign.update({
      where: { id: campaignId },
      data: { status: 'CLOSED', closedAt: now, version: { increment: 1 } },
    });
    await record(db, viewer, now, {
      action: 'campaign.close',
      subjectType: 'campaign',
      subjectId: campaignId,
      municipalityId: found.value.campaign.municipalityId,
      to: { notAccepted: missing },
    });
    return done(undefined);
  });
}
