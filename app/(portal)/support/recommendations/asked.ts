import { isSchoolYear } from '@/lib/domain/school-year';
import { RECOMMENDATION_STATUSES, type RecommendationStatus } from '@/lib/domain/support/recommendation';

export interface RecommendationQuery {
  year?: string;
  school?: string;
  status?: string;
  late?: string;
}

const isStatus = (text: string): text is RecommendationStatus => text in RECOMMENDATION_STATUSES;

/** What the query of the list of recommendations asks for. */
export function askedRecommendations({ year = '', school = '', status = '', late }: RecommendationQuery) {
  return {
    schoolYear: isSchoolYear(year) ? year : undefined,
    schoolId: school || undefined,
    status: isStatus(status) ? status : undefined,
    overdue: late === 'yes',
  };
}
