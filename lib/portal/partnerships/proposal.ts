/** The portal's proposal: the best assignment over all pairs of the year at once, each pair with its reasons. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { schoolYearAt } from '@/lib/domain/school-year';
import type { Score } from '@/lib/domain/scoring';
import { assignPartners } from '@/lib/domain/support/partner-assignment';
import { HOST_CAPACITY, type PairContext, type PartnerTraits, partnerFit } from '@/lib/domain/support/partner-fit';
import { loadInstrument } from '@/lib/portal/instruments/queries';
import { conditionsView } from '@/lib/portal/social-conditions/queries';
import { listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import type { ProposalView, ProposedPair } from './views';

const OTHERS = 5;

export interface ProposalWish {
  schoolYear?: string | undefined;
  /** pairs that МОЦ wants or does not want: «school:host» */
  pinned: readonly string[];
  forbidden: readonly string[];
}

/** Partners for the listed schools of a year. The reasons are МОЦ's own and never reach a school. */
export async function partnerProposal(viewer: Viewer, wish: ProposalWish, now: Date): Promise<Outcome<ProposalView>> {
  const read = await forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'partnership.change', { municipalityId });
    if (refused) return { ok: false, failure: refused } satisfies Outcome<never>;
    if (!municipalityId) return failed('FORBIDDEN', 'Партнёров предлагает МОЦ.');
    const schoolYear = wish.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const campaign = await db.campaign.findFirst({ where: { municipalityId, schoolYear } });
    const cards = campaign ? await db.card.findMany({ where: { campaignId: campaign.id, status: 'ACCEPTED' } }) : [];
    return done({
      municipalityId,
      schoolYear,
      campaign,
      cards,
      years: await supportYears(db),
      listed: await listedSchools(db, { schoolYear, municipalityIds: [municipalityId] }),
      instrument: campaign && (await loadInstrument(db, campaign.instrumentVersionId)),
      schools: await db.school.findMany({ where: { municipalityId, closedOn: null }, orderBy: { code: 'asc' } }),
      conflicts: await db.interestConflict.findMany({ where: { hostSchoolId: { not: null } } }),
      partnerships: await db.partnership.findMany({ where: { municipalityId }, include: { schools: true } }),
    });
  });
  if (!read.ok) return read;
  const { schoolYear, campaign, cards, listed, instrument, schools, conflicts, partnerships, years, municipalityId } =
    read.value;
  const conditions = campaign ? await conditionsView(viewer, campaign.id) : null;
  const known = new Map(conditions?.ok ? conditions.value.schools.map((one) => [one.schoolCode, one]) : []);
  const listedIds = new Set(listed.map(({ id }) => id));
  const titles = new Map(
    instrument?.definition.tables.flatMap(({ groups }) => groups.map(({ code, title }) => [code, title] as const)) ??
      [],
  );
  const traits = schools.map(({ id, code, shortName, gradeFrom, gradeTo, kind, pupils }): PartnerTraits => {
    const score = cards.find(({ schoolId }) => schoolId === id)?.score as unknown as Score | undefined;
    const social = known.get(code);
    return {
      ...{ id, name: shortName, gradeFrom, gradeTo, kind, pupils, municipalityId },
      socialIndex: social?.index ?? null,
      groups: (score?.groups ?? []).map((group) => ({
        ...group,
        points: group.negativeSum,
        title: titles.get(group.code) ?? group.code,
      })),
      listed: listedIds.has(id),
      resilient: social?.resilient ?? false,
      trust: social?.trust ?? 'NO_DATA',
    };
  });
  const running = partnerships.filter(
    ({ status }) => status === 'AGREED' || status === 'RUNNING' || status === 'PROPOSED',
  );
  const ofYear = running.filter((one) => one.schoolYear === schoolYear);
  const context = (host: PartnerTraits, school: PartnerTraits): PairContext => {
    const together = partnerships.filter(
      (one) => one.hostSchoolId === host.id && one.schools.some(({ schoolId }) => schoolId === school.id),
    );
    const conflict = conflicts.find(({ hostSchoolId, schoolId }) => hostSchoolId === host.id && schoolId === school.id);
    return {
      load: ofYear
        .filter(({ hostSchoolId }) => hostSchoolId === host.id)
        .reduce((sum, one) => sum + one.schools.length, 0),
      capacity: HOST_CAPACITY,
      conflict: wish.forbidden.includes(`${school.id}:${host.id}`)
        ? 'пара исключена вами из расчёта.'
        : (conflict?.reason ?? null),
      past: together.some(({ status }) => status === 'FINISHED')
        ? 'FINISHED'
        : together.some(({ status }) => status === 'DECLINED')
          ? 'DECLINED'
          : null,
    };
  };
  const asked = traits.filter(({ listed: on }) => on);
  const hosts = traits.filter(({ listed: on }) => !on);
  const fits = asked.map((school) => hosts.map((host) => partnerFit(host, school, context(host, school))));
  const pinnedHost = (school: PartnerTraits) =>
    wish.pinned.find((pair) => pair.startsWith(`${school.id}:`))?.slice(school.id.length + 1);
  const values = fits.map((row, at) => {
    const own = asked[at] && pinnedHost(asked[at]);
    return row.map(({ value, refused }, host) => (refused !== null || (own && hosts[host]?.id !== own) ? null : value));
  });
  const without = asked.map(
    (school) => ofYear.find((one) => one.schools.some(({ schoolId }) => schoolId === school.id)) ?? null,
  );
  const free = values.map((row, at) => (without[at] ? row.map(() => null) : row));
  const capacities = hosts.map(
    (host) =>
      HOST_CAPACITY -
      ofYear.filter(({ hostSchoolId }) => hostSchoolId === host.id).reduce((sum, one) => sum + one.schools.length, 0),
  );
  const { hostOf, total } = assignPartners(free, capacities);
  const pairs = asked.map((school, at): ProposedPair => {
    const chosen = hostOf[at] ?? null;
    const ranked = hosts
      .map((host, index) => ({ id: host.id, name: host.name, index, fit: fits[at]?.[index] }))
      .flatMap(({ fit, ...host }) => (fit && fit.refused === null ? [{ ...host, fit }] : []))
      .sort((a, b) => b.fit.value - a.fit.value);
    const own = ranked.find(({ index }) => index === chosen);
    return {
      schoolId: school.id,
      schoolName: school.name,
      host: own ? { id: own.id, name: own.name, fit: own.fit } : null,
      others: ranked
        .filter((one) => one !== own)
        .slice(0, OTHERS)
        .map(({ id, name, fit }) => ({ id, name, fit })),
      has: without[at]?.title ?? null,
    };
  });
  return done({
    ...{ schoolYear, years, pairs, total: Math.round(10 * total) / 10, hosts: hosts.length },
    refused: conflicts.flatMap(({ hostSchoolId, reason }) => {
      const host = traits.find(({ id }) => id === hostSchoolId);
      return host ? [{ name: host.name, why: reason }] : [];
    }),
  });
}
