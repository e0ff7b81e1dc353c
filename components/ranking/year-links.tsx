import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { DetailsMenu } from '@/components/shell/details-menu';
import { buttonLook } from '@/components/ui/button-look';
import { LinkButton } from '@/components/ui/link-button';
import { formatSchoolYear } from '@/lib/domain/russian';

export interface YearLink {
  schoolYear: string;
  href: string;
}

export interface YearLinksProps {
  /** the newest first */
  years: readonly YearLink[];
  current: string;
}

/** The school year of the page: one back, one forward, or any of the list. */
export function YearLinks({ years, current }: YearLinksProps) {
  const at = years.findIndex((year) => year.schoolYear === current);
  const older = years[at + 1];
  const newer = at > 0 ? years[at - 1] : undefined;
  return (
    <nav aria-label="Учебный год" data-print="none" className="flex items-center gap-1">
      {older ? (
        <LinkButton
          href={older.href}
          size="icon"
          variant="quiet"
          aria-label={yearWords(older)}
          title={yearWords(older)}
        >
          <ChevronLeft aria-hidden />
        </LinkButton>
      ) : null}
      <DetailsMenu
        className="relative"
        summaryClassName={buttonLook({ variant: 'secondary' })}
        label={`Учебный год ${formatSchoolYear(current)}, выбрать другой`}
        summary={
          <>
            <span className="tabular-nums">{formatSchoolYear(current)}</span>
            <ChevronDown aria-hidden />
          </>
        }
      >
        <ul className="absolute right-0 z-30 mt-1 max-h-96 min-w-full overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-raised">
          {years.map((year) => (
            <li key={year.schoolYear}>
              <Link
                href={year.href}
                aria-current={year.schoolYear === current ? 'page' : undefined}
                className="block rounded-sm px-3 py-1.5 whitespace-nowrap tabular-nums no-underline hover:bg-accent-soft aria-[current=page]:font-semibold"
              >
                {formatSchoolYear(year.schoolYear)}
              </Link>
            </li>
          ))}
        </ul>
      </DetailsMenu>
      {newer ? (
        <LinkButton
          href={newer.href}
          size="icon"
          variant="quiet"
          aria-label={yearWords(newer)}
          title={yearWords(newer)}
        >
          <ChevronRight aria-hidden />
        </LinkButton>
      ) : null}
    </nav>
  );
}

function yearWords({ schoolYear }: YearLink): string {
  return `Открыть ${formatSchoolYear(schoolYear, true)}`;
}
