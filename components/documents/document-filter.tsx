import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { DOCUMENT_KINDS, DOCUMENT_LEVELS, DOCUMENT_TYPES } from '@/lib/domain/library/document';
import type { DocumentQuery } from '@/lib/portal/documents/schema';

const all = (label: string, words: Record<string, string>) => [
  { value: '', label },
  ...Object.entries(words).map(([value, text]) => ({ value, label: text })),
];
const TYPES = Object.fromEntries(
  Object.values(DOCUMENT_TYPES)
    .flat()
    .map((type) => [type, type]),
);

/** The search field first, then what narrows the list; all of it in the address. */
export function DocumentFilter({ query }: { query: DocumentQuery }) {
  return (
    <form data-print="none" action="/library" className="mb-6 space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Что найти"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={query.q ?? ''}
          hint="Слова в любой форме. «Фраза в кавычках» — подряд, минус перед словом — без него."
          fieldClassName="min-w-0 flex-1 basis-72"
        />
        <Button type="submit" variant="primary">
          <Search aria-hidden /> Найти
        </Button>
      </div>
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap">
        <SelectField label="Вид" name="kind" defaultValue={query.kind ?? ''} options={all('любой', DOCUMENT_KINDS)} />
        <SelectField label="Тип" name="type" defaultValue={query.type ?? ''} options={all('любой', TYPES)} />
        <SelectField
          label="Уровень"
          name="level"
          defaultValue={query.level ?? ''}
          options={all('любой', DOCUMENT_LEVELS)}
        />
        <SelectField
          label="Действие"
          name="inForce"
          defaultValue={query.inForce ?? ''}
          options={all('любое', { yes: 'действует', no: 'утратил силу' })}
        />
        <SelectField
          label="Направление"
          name="direction"
          defaultValue={query.direction ?? ''}
          options={all('любое', WORK_DIRECTIONS)}
          fieldClassName="col-span-2 min-w-0 max-w-full"
        />
        <TextField
          label="Год"
          name="year"
          inputMode="numeric"
          maxLength={4}
          defaultValue={query.year ? String(query.year) : ''}
          fieldClassName="w-24"
        />
      </div>
    </form>
  );
}
