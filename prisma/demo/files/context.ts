/** The social passport as a file: the figures of cards exactly, the other columns in keeping with them. domain.md 8.5 */
import type { RandomSource } from '../random';
import { type Cell, type DemoTable, yearOf } from './demo-file';
import { headerOf } from './headers';
import type { SchoolResults } from './school-results';

function contextRow({ school, autumn, figures: { context, olympiad } }: SchoolResults, draw: RandomSource): Cell[] {
  const random = draw('files', 'context', school.code, autumn);
  const { pupils, teachers } = context;
  const police = random.successes(context.onPreventiveRecord, 0.4);
  const inCare = random.successes(context.atSocialRiskOrInCare, 0.6);
  const disabled = random.successes(context.specialNeeds, 0.3);
  const withCategory = teachers - context.teachersWithoutCategory;
  const highest = random.successes(withCategory, 0.45);
  return [
    ...[school.code, yearOf(autumn), pupils, olympiad.eligible, Math.max(1, Math.ceil(pupils / 25)), context.shifts],
    ...[context.singleParent, context.lowIncome, Math.round(pupils * (0.06 + 0.04 * random.uniform()))],
    ...[context.atSocialRiskOrInCare - inCare, inCare, context.onPreventiveRecord - police, police],
    ...[context.specialNeeds - disabled, disabled, context.otherMotherTongue, context.bothParentsWithDegree],
    ...[teachers, context.vacancies, highest, withCategory - highest, context.teachersWithoutCategory],
    ...[random.successes(teachers, 0.12), random.successes(teachers, 0.28)],
    ...[context.psychologist ? 1 : 0, context.socialPedagogue ? 1 : 0, random.chance(0.35) ? 1 : 0],
  ];
}

export function contextTable(listed: readonly SchoolResults[], draw: RandomSource): DemoTable {
  return { header: headerOf('CONTEXT'), rows: listed.map((results) => contextRow(results, draw)) };
}
