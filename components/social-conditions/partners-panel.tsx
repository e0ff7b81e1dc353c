import { Handshake, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { typeset } from '@/lib/domain/russian';
import type { ConditionsSchool } from '@/lib/portal/social-conditions/views';

/** Resilient schools as possible partners, each with what speaks for it and what is to be looked at first. */
export function PartnersPanel({ schools }: { schools: readonly ConditionsSchool[] }) {
  const resilient = schools.filter((school) => school.resilient);
  const doubtful = schools.filter((school) => school.doubtful);
  return (
    <Panel
      title={`Резильентные школы: ${resilient.length}`}
      description="Трудные условия и хорошие результаты: такие школы могут стать партнёрами. Это предложение, решает МОЦ."
    >
      {resilient.length + doubtful.length === 0 ? (
        <p className="text-muted">Школ с трудными условиями и суммой не больше медианы города нет.</p>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {[...resilient, ...doubtful].map((school) => (
            <li key={school.schoolCode} className="min-w-0 rounded-md border border-line p-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <h3 className="font-semibold">
                  <Link href={`/schools/${school.schoolId}`} className="link-quiet" prefetch={false}>
                    {typeset(school.schoolShortName)}
                  </Link>
                </h3>
                {school.resilient ? (
                  <Status tone="success" icon={Handshake} look="line">
                    возможный партнёр
                  </Status>
                ) : (
                  <Status tone="warning" icon={TriangleAlert} look="line">
                    сначала анализ
                  </Status>
                )}
              </div>
              <ul className="mt-2 list-disc space-y-1 pl-5 text-sm">
                {school.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
