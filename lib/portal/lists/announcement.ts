import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { IdentificationRule } from '@/lib/domain/identification';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { TRACK_LIST_NAMES } from '@/lib/domain/track-names';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { writeNotices } from '@/lib/portal/messages/commands';
import type { DecidedSchool } from './proposal';
import type { RankedCampaign } from './ranked-campaign';
import type { Confirmation } from './schema';

interface AnnouncedList {
  id: string;
  input: Confirmation;
  rule: IdentificationRule;
  decided: readonly DecidedSchool[];
}

type Movement = 'entered' | 'stayed' | 'left';

/**
 * Journals a new list and tells the principals whose schools entered or left it. A school's entry and notice say nothing
 * of any other school.
 */
export async function announceList(
  db: ScopedDatabase,
  viewer: Viewer,
  campaign: RankedCampaign,
  list: AnnouncedList,
  now: Date,
): Promise<void> {
  const before = await listedBefore(db, campaign);
  const movements = movementsOf(before, list.decided);
  await record(
    db,
    viewer,
    now,
    {
      action: 'list.confirm',
      subjectType: 'list',
      subjectId: list.id,
      municipalityId: campaign.municipalityId,
      detail: campaign.track,
      from: campaign.listInForce ? { listId: campaign.listInForce.id } : null,
      to: {
        orderNumber: list.input.orderNumber,
        orderDate: list.input.orderDate,
        rule: list.rule,
        schools: list.decided.filter((school) => school.included).map((school) => school.row.schoolCode),
      },
    },
    ...[...movements].map(([schoolId, movement]): JournalRecord => {
      const reason = list.decided.find((school) => school.row.schoolId === schoolId)?.reason;
      return {
        action: 'list.confirm',
        subjectType: 'list',
        subjectId: list.id,
        municipalityId: campaign.municipalityId,
        schoolId,
        detail: movement,
        to: { track: campaign.track, schoolYear: campaign.schoolYear, orderNumber: list.input.orderNumber },
        ...(reason ? { reason } : {}),
      };
    }),
  );
  await tellPrincipals(db, campaign, list, movements, now);
}

/** The schools on the list that this one replaces, or else on that of the year before. */
async function listedBefore(db: ScopedDatabase, campaign: RankedCampaign): Promise<Set<string>> {
  const { municipalityId, track, schoolYear, listInForce } = campaign;
  const schools = await db.confirmedListSchool.findMany({
    where: {
      included: true,
      list: listInForce
        ? { id: listInForce.id }
        : { track, supersededAt: null, campaign: { municipalityId, schoolYear: previousSchoolYear(schoolYear) } },
    },
    select: { schoolId: true },
  });
  return new Set(schools.map((school) => school.schoolId));
}

function movementsOf(before: ReadonlySet<string>, decided: readonly DecidedSchool[]): Map<string, Movement> {
  const now = new Set(decided.filter((school) => school.included).map((school) => school.row.schoolId));
  return new Map<string, Movement>([
    ...[...now].map((id): [string, Movement] => [id, before.has(id) ? 'stayed' : 'entered']),
    ...[...before].filter((id) => !now.has(id)).map((id): [string, Movement] => [id, 'left']),
  ]);
}

async function tellPrincipals(
  db: ScopedDatabase,
  campaign: RankedCampaign,
  { input }: AnnouncedList,
  movements: ReadonlyMap<string, Movement>,
  now: Date,
): Promise<void> {
  const moved = [...movements].filter(([, movement]) => movement !== 'stayed').map(([schoolId]) => schoolId);
  const accounts = await db.account.findMany({
    where: { schoolId: { in: moved }, role: 'PRINCIPAL', active: true },
    select: { id: true, schoolId: true },
  });
  const order = `приказ № ${input.orderNumber} от ${formatDate(new Date(input.orderDate))}`;
  const listName = `${TRACK_LIST_NAMES[campaign.track]} ${formatSchoolYear(campaign.schoolYear)}`;
  await writeNotices(
    db,
    accounts.map(({ id, schoolId }) => {
      const entered = movements.get(schoolId ?? '') === 'entered';
      return {
        accountId: id,
        title: entered ? `Ваша школа включена в ${listName}` : `Ваша школа больше не входит в ${listName}`,
        text: entered
          ? `Основание: ${order}. Список нужен, чтобы школа получила поддержку. На странице школы видно, из каких критериев сложилась сумма.`
          : `Основание: ${order}.`,
        href: `/schools/${schoolId}`,
      };
    }),
    now,
  );
}
