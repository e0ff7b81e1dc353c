/** What the journal says of confirmed lists: the order for МОЦ, and for each school that it entered, stayed or left. */
import type { Prisma } from '@/lib/db/generated/client';
import { schoolYearFrom } from '@/lib/domain/school-year';
import type { JournalRecord } from '@/lib/portal/journal/commands';
import type { DemoList } from './lists';
import { headOf } from './people';

const ACTION = 'list.confirm' satisfies JournalRecord['action'];

const included = (list: DemoList | undefined) => list?.schools.filter((school) => school.included) ?? [];

/** The list that this one replaces, or else that of the year before. */
function listBefore(list: DemoList, lists: readonly DemoList[]): DemoList | undefined {
  const { campaign } = list.card;
  return (
    lists.find((other) => other.supersededBy === list) ??
    lists.find(
      (other) =>
        other.rule === list.rule &&
        other.supersededBy === null &&
        other.card.campaign.municipality === campaign.municipality &&
        other.card.campaign.autumn === campaign.autumn - 1,
    )
  );
}

export function listEntries(
  list: DemoList,
  lists: readonly DemoList[],
): (Prisma.JournalEntryCreateManyInput & { at: Date })[] {
  const { id, card, rule, orderNumber, orderDate, confirmedAt, schools } = list;
  const { municipality, autumn } = card.campaign;
  const head = headOf(municipality);
  const entry = {
    at: confirmedAt,
    accountId: head.accountId,
    actorName: head.name,
    action: ACTION,
    subjectType: 'list',
    subjectId: id,
    municipalityId: municipality.id,
  };
  const replaced = lists.find((other) => other.supersededBy === list);
  const before = new Set(included(listBefore(list, lists)).map((school) => school.schoolId));
  const now = new Set(included(list).map((school) => school.schoolId));
  const reasonOf = (schoolId: string) => schools.find((school) => school.schoolId === schoolId)?.reason ?? undefined;
  const { track, kind, tableCode, value } = rule;
  const movement = (schoolId: string, detail: 'entered' | 'stayed' | 'left') => ({
    ...entry,
    schoolId,
    detail,
    to: { track, schoolYear: schoolYearFrom(autumn), orderNumber },
    reason: reasonOf(schoolId),
  });
  return [
    {
      ...entry,
      detail: track,
      from: replaced ? { listId: replaced.id } : undefined,
      to: {
        orderNumber,
        orderDate: orderDate.toISOString().slice(0, 10),
        rule: { kind, tableCode, value },
        schools: included(list).map((school) => school.schoolCode),
      },
    },
    ...[...now].map((schoolId) => movement(schoolId, before.has(schoolId) ? 'stayed' : 'entered')),
    ...[...before].filter((schoolId) => !now.has(schoolId)).map((schoolId) => movement(schoolId, 'left')),
  ];
}
