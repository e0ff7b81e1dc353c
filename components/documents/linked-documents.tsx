import { Link2, Unlink } from 'lucide-react';
import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { cited } from '@/lib/domain/library/document';
import { formatDate } from '@/lib/domain/russian';
import type { LinkSubject } from '@/lib/portal/documents/schema';
import type { LinkedDocuments as Linked } from '@/lib/portal/documents/views';
import { DocumentStates } from './document-results';

export interface LinkPlace {
  subjectType: LinkSubject;
  subjectId: string;
  /** how the page calls it, «Обследование в целом» */
  label: string;
}

interface LinkedDocumentsProps {
  linked: Linked;
  places: readonly LinkPlace[];
  /** the page that shows them */
  back: string;
  link: (state: FormState, form: FormData) => Promise<FormState>;
  unlink: (form: FormData) => Promise<void>;
}

const keyOf = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }) => `${subjectType}:${subjectId}`;

/** Documents of the library beside something of the support: to read, to link, to unlink. Works without JavaScript. */
export function LinkedDocuments({ linked, places, back, link, unlink }: LinkedDocumentsProps) {
  const labels = new Map(places.map((place) => [keyOf(place), place.label]));
  const { items, choices } = linked;
  return (
    <div className="space-y-3">
      {items.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {items.map((item) => (
            <li key={`${item.document.id} ${keyOf(item)}`} className="flex items-start gap-3 px-3 py-2">
              <div className="min-w-0 flex-1 space-y-1">
                <p>
                  <Link href={`/library/${item.document.id}`} className="link break-words">
                    {item.document.title}
                  </Link>
                </p>
                <p className="text-sm text-muted">
                  {[
                    cited(item.document),
                    places.length > 1 && labels.get(keyOf(item)),
                    `${item.linkedBy}, ${formatDate(item.linkedAt)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <DocumentStates document={item.document} />
              </div>
              {choices ? (
                <form action={unlink}>
                  <input type="hidden" name="documentId" value={item.document.id} />
                  <input type="hidden" name="place" value={keyOf(item)} />
                  <input type="hidden" name="back" value={back} />
                  <Button
                    type="submit"
                    size="sm"
                    variant="quiet"
                    aria-label={`Отвязать документ «${item.document.title}»`}
                  >
                    <Unlink aria-hidden />
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">Документов библиотеки пока нет.</p>
      )}
      {choices && choices.length > 0 ? (
        <ActionForm send={link} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="back" value={back} />
          <SelectField
            label="Документ библиотеки"
            name="documentId"
            fieldClassName="min-w-0 max-w-full flex-1 basis-72"
            options={[
              { value: '', label: 'выберите документ' },
              ...choices.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          {places.length > 1 ? (
            <SelectField
              label="К чему относится"
              name="place"
              fieldClassName="min-w-0 max-w-full flex-1 basis-48"
              options={places.map((place) => ({ value: keyOf(place), label: place.label }))}
            />
          ) : (
            places.map((place) => <input key={keyOf(place)} type="hidden" name="place" value={keyOf(place)} />)
          )}
          <SubmitButton variant="secondary" pendingText="Связываем…">
            <Link2 aria-hidden /> Связать
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
