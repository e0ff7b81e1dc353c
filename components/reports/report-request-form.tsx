import { FileDown } from 'lucide-react';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

export const FORMAT_NAMES = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const;

interface ReportRequestFormProps {
  send: ActionFormProps['send'];
  kind: string;
  municipalityId: string;
  schoolYear: string;
  formats: readonly (keyof typeof FORMAT_NAMES)[];
  /** for a report of one school; undefined: it is of the municipality */
  schools?: readonly { id: string; name: string }[] | undefined;
}

/** Asks for a report: a button a format, so that one press is enough. */
export function ReportRequestForm({
  send,
  kind,
  municipalityId,
  schoolYear,
  formats,
  schools,
}: ReportRequestFormProps) {
  return (
    <ActionForm send={send} keeps className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="municipalityId" value={municipalityId} />
      <input type="hidden" name="schoolYear" value={schoolYear} />
      {schools ? (
        <SelectField
          label="Школа"
          name="schoolId"
          fieldClassName="w-64 max-w-full"
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {formats.map((format, at) => (
        <SubmitButton
          key={format}
          name="format"
          value={format}
          variant={at === 0 ? 'primary' : 'secondary'}
          pendingText="Ставим в очередь…"
        >
          <FileDown aria-hidden /> Собрать {FORMAT_NAMES[format]}
        </SubmitButton>
      ))}
    </ActionForm>
  );
}
