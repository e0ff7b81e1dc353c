import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { FINDING_THEMES, type FindingTheme } from '@/lib/domain/support/examination';
import type { ExaminationView, FindingView } from '@/lib/portal/examinations/views';
import { FindingFields } from './finding-form';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

interface FindingsProps {
  examination: ExaminationView;
  sendChange: (findingId: string) => Send;
  sendRemoval: (findingId: string) => Send;
}

/** Findings by theme; each opens to be changed by those who may. */
export function Findings({ examination, sendChange, sendRemoval }: FindingsProps) {
  const { findings, findingsShown } = examination;
  if (!findingsShown) return <p className="text-muted">Выводы станут видны, когда обследование завершится.</p>;
  if (findings.length === 0) {
    return (
      <EmptyState title="Выводов пока нет">Каждая рекомендация следует из вывода: добавьте первый ниже.</EmptyState>
    );
  }
  const themes = Object.keys(FINDING_THEMES).filter((theme) =>
    findings.some((one) => one.theme === theme),
  ) as FindingTheme[];
  return (
    <div className="space-y-6">
      {themes.map((theme) => (
        <section key={theme}>
          <h3 className="mb-2 font-semibold">{FINDING_THEMES[theme]}</h3>
          <ul className="space-y-3">
            {findings
              .filter((one) => one.theme === theme)
              .map((finding) => (
                <li key={finding.id} className="border-l-4 border-line-strong pl-4">
                  <p className="max-w-prose whitespace-pre-line">{finding.text}</p>
                  <FindingGrounds finding={finding} examination={examination} />
                  {examination.mayChange ? (
                    <details className="mt-1" data-print="none">
                      <summary className="link w-fit cursor-pointer text-sm">Изменить</summary>
                      <VersionedForm send={sendChange(finding.id)} version={finding.version} className="mt-3 space-y-4">
                        <FindingFields examination={examination} finding={finding} />
                        <SubmitButton pendingText="Сохраняем…">Сохранить вывод</SubmitButton>
                      </VersionedForm>
                      <ActionForm send={sendRemoval(finding.id)} className="mt-3">
                        <SubmitButton variant="quiet" pendingText="Убираем…">
                          Убрать вывод
                        </SubmitButton>
                      </ActionForm>
                    </details>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FindingGrounds({ finding, examination }: { finding: FindingView; examination: ExaminationView }) {
  const causes = examination.causes.filter(({ code }) => finding.causes.includes(code)).map(({ text }) => text);
  return (
    <p className="mt-1 text-sm text-muted">
      {[
        finding.partTitle,
        finding.criteria.length > 0 ? `критерии ${finding.criteria.join(', ')}` : null,
        causes.length > 0 ? `причины: ${causes.join(', ').toLowerCase()}` : null,
      ]
        .filter(Boolean)
        .join(' · ')}
      {finding.recommendations > 0 ? (
        <>
          {' · '}
          <Link
            className="link"
            href={`/support/recommendations?school=${examination.schoolId}&year=${examination.schoolYear}`}
          >
            {countOf(finding.recommendations, 'рекомендация', 'рекомендации', 'рекомендаций')}
          </Link>
        </>
      ) : null}
    </p>
  );
}
