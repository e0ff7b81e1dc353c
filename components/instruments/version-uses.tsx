import Link from 'next/link';
import { countOf, formatSchoolYear } from '@/lib/domain/russian';
import type { VersionUse } from '@/lib/portal/instruments/schema';

const FEW = 12;

/** The campaigns that use a version: by year for one municipality, counted for a whole region. */
export function VersionUses({ uses }: { uses: readonly VersionUse[] }) {
  if (uses.length === 0) return <span>Пока не использовалась</span>;
  const municipalities = new Set(uses.map((use) => use.municipalityId));
  const years = [...new Set(uses.map((use) => use.schoolYear))];
  if (municipalities.size > 1 || uses.length > FEW) {
    const first = years.at(-1);
    const last = years[0];
    return (
      <span>
        {countOf(uses.length, 'кампания', 'кампании', 'кампаний')} в{' '}
        {countOf(municipalities.size, 'муниципалитете', 'муниципалитетах', 'муниципалитетах')}
        {first && last
          ? `, ${first === last ? formatSchoolYear(last) : `${formatSchoolYear(first)} … ${formatSchoolYear(last)}`}`
          : ''}
      </span>
    );
  }
  return (
    <span>
      Кампании:{' '}
      {uses.map((use, index) => (
        <span key={use.campaignId}>
          {index > 0 ? ', ' : null}
          <Link href={`/monitoring/campaigns/${use.campaignId}`} className="link whitespace-nowrap">
            {formatSchoolYear(use.schoolYear)}
          </Link>
        </span>
      ))}
    </span>
  );
}
