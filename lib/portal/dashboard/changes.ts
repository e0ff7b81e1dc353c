import type { ScopedDatabase } from '@/lib/access/door';
import type { Change } from './views';

/** What people did with the campaign's cards and in support since then; what did not happen is left out. */
export async function changesSince(
  db: ScopedDatabase,
  municipalityId: string,
  campaignId: string,
  since: Date,
): Promise<Change[]> {
  const at = { gte: since };
  const board = `/monitoring/campaigns/${campaignId}`;
  const changes: Change[] = [
    {
      text: 'Школы отправили карты',
      count: await db.card.count({ where: { campaignId, submittedAt: at } }),
      href: board,
    },
    {
      text: 'Школы прислали программы',
      count: await db.programme.count({ where: { municipalityId, submittedAt: at } }),
      href: '/support/programmes',
    },
    {
      text: 'Ответы на рекомендации',
      count: await db.recommendation.count({ where: { municipalityId, answeredAt: at } }),
      href: '/support/recommendations',
    },
    {
      text: 'Отчёты об этапах программ',
      count: await db.programmeStage.count({ where: { municipalityId, reportedAt: at } }),
      href: '/support/programmes',
    },
    {
      text: 'Файлы результатов загружены и применены',
      count: await db.import.count({ where: { municipalityId, appliedAt: at } }),
      href: '/data/imports',
    },
  ];
  return changes.filter(({ count }) => count > 0);
}
