import { FileText, Paperclip, Trash2 } from 'lucide-react';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { formatDate, formatFileSize, NBSP } from '@/lib/domain/russian';
import type { FileSubject } from '@/lib/portal/support-files/schema';
import type { SupportFileView } from '@/lib/portal/support-files/views';

interface AttachedFilesProps {
  subjectType: FileSubject;
  subjectId: string;
  files: readonly SupportFileView[];
  mayAttach: boolean;
  /** the page that shows them */
  back: string;
  send: (state: FormState, form: FormData) => Promise<FormState>;
  remove: (form: FormData) => Promise<void>;
}

/** The files beside a thing of support: to take, to add, to take away. Works without JavaScript. */
export function AttachedFiles({ subjectType, subjectId, files, mayAttach, back, send, remove }: AttachedFilesProps) {
  return (
    <div className="space-y-3">
      {files.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <a href={`/support/files/${file.id}`} className="link min-w-0 flex-1 break-words" download>
                {file.name}
              </a>
              <span className="text-sm text-muted tabular-nums">
                {formatFileSize(file.size)} · {file.uploadedBy}, {formatDate(file.uploadedAt)}
              </span>
              {file.mayRemove ? (
                <form action={remove}>
                  <input type="hidden" name="id" value={file.id} />
                  <input type="hidden" name="back" value={back} />
                  <Button type="submit" size="sm" variant="quiet" aria-label={`Убрать файл «${file.name}»`}>
                    <Trash2 aria-hidden />
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">Файлов пока нет.</p>
      )}
      {mayAttach ? (
        <ActionForm send={send} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="subjectType" value={subjectType} />
          <input type="hidden" name="subjectId" value={subjectId} />
          <input type="hidden" name="back" value={back} />
          <Field
            id={`file-${subjectId}`}
            label="Приложить файл"
            hint={`pdf, docx, xlsx, jpg, png, до 20${NBSP}МБ. Без имён и иных персональных данных учеников.`}
          >
            {(ties) => <Input {...ties} type="file" name="file" accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png" />}
          </Field>
          <SubmitButton pendingText="Отправляем…">
            <Paperclip aria-hidden />
            Приложить
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
