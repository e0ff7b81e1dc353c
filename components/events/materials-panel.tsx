import { FileText, Link2 } from 'lucide-react';
import Link from 'next/link';
import { LineFields } from '@/components/support/line-fields';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { MATERIAL_STAGES, type MaterialStage } from '@/lib/domain/events/words';
import type { FormState } from '@/lib/domain/form-state';
import type { EventMaterialsView, MaterialRow } from '@/lib/portal/events/views';

interface MaterialsPanelProps extends EventMaterialsView {
  /** of the event as the page shows it */
  version: number;
  /** null for those who only read */
  save: ((state: FormState, form: FormData) => Promise<FormState>) | null;
}

const STAGES = Object.entries(MATERIAL_STAGES) as [MaterialStage, string][];

/** What to read before the event and what stays after it; those who plan it write the list. */
export function MaterialsPanel({ materials, documents, version, save }: MaterialsPanelProps) {
  if (materials.length === 0 && save === null) return null;
  return (
    <Panel title="Материалы">
      {STAGES.map(([stage, words]) => (
        <Stage key={stage} words={words} materials={materials.filter((one) => one.stage === stage)} />
      ))}
      {save === null ? null : (
        <details>
          <summary className="link w-fit cursor-pointer">
            {materials.length === 0 ? 'Добавить материалы' : 'Изменить материалы'}
          </summary>
          <VersionedForm send={save} version={version} className="mt-3 space-y-4">
            <LineFields
              legend="Материалы мероприятия"
              hint="У материала либо ссылка, либо документ библиотеки."
              columns={[
                { name: 'title', label: 'Название' },
                {
                  name: 'stage',
                  label: 'Когда нужен',
                  options: STAGES.map(([value, label]) => ({ value, label })),
                  className: 'w-52',
                },
                { name: 'url', label: 'Ссылка', type: 'url' },
                {
                  name: 'documentId',
                  label: 'Документ библиотеки',
                  options: [
                    { value: '', label: 'нет' },
                    ...documents.map(({ id, title }) => ({ value: id, label: title })),
                  ],
                  className: 'w-64 max-w-full',
                },
              ]}
              lines={materials.map(({ title, stage, url, documentId }) => ({
                ...{ title, stage, url, documentId: documentId ?? '' },
              }))}
              blank={3}
            />
            <SubmitButton pendingText="Сохраняем…">Сохранить материалы</SubmitButton>
          </VersionedForm>
        </details>
      )}
    </Panel>
  );
}

function Stage({ words, materials }: { words: string; materials: readonly MaterialRow[] }) {
  if (materials.length === 0) return null;
  return (
    <section className="mb-4">
      <h3 className="mb-1 font-semibold">{words}</h3>
      <ul className="space-y-1">
        {materials.map(({ id, title, url, documentId }) => (
          <li key={id} className="flex items-start gap-2">
            {documentId ? (
              <>
                <FileText aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
                <Link className="link" href={`/library/${documentId}`}>
                  {title}
                </Link>
              </>
            ) : (
              <>
                <Link2 aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
                <a className="link break-words" href={url} rel="noreferrer" target="_blank">
                  {title}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
