import { dayCell, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { refusal } from '@/lib/access/policy';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { campaignSummaries } from '@/lib/portal/campaigns/board';
import type { CampaignSummary } from '@/lib/portal/campaigns/views';
import { askedYear } from '../asked';

const STATUSES = { DRAFT: 'Готовится', OPEN: 'Идёт', CLOSED: 'Закрыта' };

/** Campaigns with how far each has come, `?format=csv|xlsx&year=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year }) => {
    const refused = refusal(viewer, 'campaign.board');
    if (refused) return { ok: false, failure: refused };
    const { year: shown } = await askedYear(viewer, year);
    return done(tableOf('Кампании', await campaignSummaries(viewer, shown), COLUMNS));
  });
}

const COLUMNS: readonly RowColumn<CampaignSummary>[] = [
  { header: 'Муниципалитет', width: 36, of: (one) => one.municipalityName },
  { header: 'Учебный год', of: (one) => formatSchoolYear(one.schoolYear) },
  { header: 'Результаты за', of: (one) => formatSchoolYear(one.resultsYear) },
  { header: 'Состояние', of: (one) => STATUSES[one.status] },
  { header: 'Срок', of: (one) => dayCell(one.dueAt) },
  { header: 'Школ', format: 'integer', of: (one) => one.cards },
  { header: 'Отправили', format: 'integer', of: (one) => one.submitted },
  { header: 'Приняты', format: 'integer', of: (one) => one.accepted },
  { header: 'Охват', format: 'share', of: ({ accepted, cards }) => (cards > 0 ? accepted / cards : null) },
];
