import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { SelectOption } from '@/components/ui/select';

export interface LineColumn {
  name: string;
  label: string;
  /** one of these, else a line of text; `long` asks for several */
  options?: readonly SelectOption[];
  type?: 'text' | 'date' | 'number' | 'url';
  long?: boolean;
  className?: string;
}

interface LineFieldsProps {
  legend: string;
  hint?: string;
  columns: readonly LineColumn[];
  lines: readonly Readonly<Record<string, string>>[];
  /** empty lines to write into; a line whose first field is left empty is dropped */
  blank: number;
  /** fields that go along unseen, for example the line's id */
  hidden?: readonly string[];
}

/** Lines of a list, each with the same fields, and empty ones under them: adding needs no script, emptying removes. */
export function LineFields({ legend, hint, columns, lines, blank, hidden = [] }: LineFieldsProps) {
  const all = [...lines, ...Array.from({ length: blank }, (): Record<string, string> => ({}))];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p className="mb-3 text-sm text-muted">
        {hint ? `${hint} ` : ''}Пустые строки не сохраняются; чтобы убрать строку, очистите её первое поле.
      </p>
      <ol className="space-y-3">
        {all.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number in the form
          <li key={at} className="flex flex-wrap items-start gap-3 border-t border-line pt-3">
            {hidden.map((name) => (
              <input key={name} type="hidden" name={`${name}-${at}`} value={line[name] ?? ''} />
            ))}
            {columns.map(({ name, label, options, long, type, className = 'min-w-48 flex-1' }) => {
              const shared = {
                name: `${name}-${at}`,
                label: `${label}, строка ${at + 1}`,
                labelHidden: at > 0 && !long,
                defaultValue: line[name] ?? '',
                fieldClassName: className,
              };
              if (options) return <SelectField key={name} {...shared} options={options} />;
              if (long) return <TextareaField key={name} {...shared} rows={2} />;
              return <TextField key={name} {...shared} type={type ?? 'text'} />;
            })}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
