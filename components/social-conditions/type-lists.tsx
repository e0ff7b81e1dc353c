import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { typeset } from '@/lib/domain/russian';
import { SCHOOL_TYPE_NAMES, SCHOOL_TYPES, type SchoolType } from '@/lib/domain/typology';
import type { ConditionsSchool } from '@/lib/portal/social-conditions/views';
import { TypeMark } from './type-mark';

/** What the kind is called in the lists of МОЦ. */
const STATUS_NAMES: Record<SchoolType, string> = {
  BOTH: 'ШНСУ и ШНРО',
  CONDITIONS: 'только ШНСУ',
  RESULTS: 'только ШНРО',
  NEITHER: 'ни ШНСУ, ни ШНРО',
};

export interface TypeListsProps {
  schools: readonly ConditionsSchool[];
  typeHref: (type: SchoolType) => string;
}

/** The schools of each of the four kinds. */
export function TypeLists({ schools, typeHref }: TypeListsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {SCHOOL_TYPES.map((type) => {
        const own = schools.filter((school) => school.type === type);
        return (
          <Panel
            key={type}
            title={
              <span className="flex items-center gap-2">
                <TypeMark type={type} />
                <span>
                  {SCHOOL_TYPE_NAMES[type]}: {own.length}
                </span>
              </span>
            }
            description={`Предложение портала: ${STATUS_NAMES[type]}.`}
          >
            {own.length === 0 ? (
              <p className="text-sm text-muted">Таких школ нет.</p>
            ) : (
              <>
                <p className="text-sm">
                  {own.map((school, at) => (
                    <span key={school.schoolCode}>
                      {at > 0 ? ', ' : ''}
                      <Link href={`/schools/${school.schoolId}`} className="link-quiet" prefetch={false}>
                        {typeset(school.schoolShortName)}
                      </Link>
                    </span>
                  ))}
                </p>
                <p data-print="none" className="mt-2 text-sm">
                  <Link href={typeHref(type)} scroll={false} prefetch={false} className="link">
                    Показать в таблице
                  </Link>
                </p>
              </>
            )}
          </Panel>
        );
      })}
    </div>
  );
}
