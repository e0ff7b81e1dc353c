import { ExternalLink, FileText, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DocumentStates } from '@/components/documents/document-results';
import { ActionForm } from '@/components/ui/action-form';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { cited, DOCUMENT_AUDIENCES, DOCUMENT_KINDS, DOCUMENT_LEVELS } from '@/lib/domain/library/document';
import { formatDate, formatFileSize, NBSP } from '@/lib/domain/russian';
import { documentView } from '@/lib/portal/documents/queries';
import type { DocumentView } from '@/lib/portal/documents/views';
import { sendArchive, sendDocumentFile } from '../actions';

export const metadata: Metadata = { title: 'Документ' };

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const document = opened(await documentView(viewer, id));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Библиотека', href: '/library' }]}
        kind={cited(document)}
        title={document.title}
        status={<DocumentStates document={document} />}
        actions={
          document.mayChange ? (
            <LinkButton href={`/library/${id}/edit`}>
              <Pencil aria-hidden /> Изменить
            </LinkButton>
          ) : null
        }
      />
      {document.replacedBy.length > 0 ? (
        <Notice tone="warning" title="Документ заменён" className="mb-6">
          {document.replacedBy.map((next) => (
            <p key={next.id}>
              <Link href={`/library/${next.id}`} className="link">
                {next.title}
              </Link>
            </p>
          ))}
        </Notice>
      ) : null}
      <Panel title="О документе" className="mb-6">
        {document.about ? <p className="mb-4 max-w-prose whitespace-pre-line">{document.about}</p> : null}
        <DescriptionList items={propertiesOf(document)} />
      </Panel>
      <Files document={document} />
      {document.usedIn.length > 0 ? (
        <Panel title="Где используется" className="mb-6">
          <ul className="list-disc space-y-1 pl-5">
            {document.usedIn.map(({ href, title }) => (
              <li key={`${href} ${title}`}>
                <Link href={href} className="link break-words">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {document.mayChange ? (
        <Panel title={document.archived ? 'Вернуть' : 'Убрать из библиотеки'}>
          <ActionForm send={sendArchive.bind(null, { id, archived: !document.archived })}>
            <input type="hidden" name="version" value={document.version} />
            <SubmitButton variant="secondary" pendingText="Сохраняем…">
              {document.archived ? 'Вернуть в библиотеку' : 'В архив'}
            </SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}

function propertiesOf(document: DocumentView) {
  const { replaces } = document;
  return [
    { term: 'Вид', value: DOCUMENT_KINDS[document.kind] },
    ...(document.level ? [{ term: 'Уровень', value: DOCUMENT_LEVELS[document.level] }] : []),
    ...(document.direction ? [{ term: 'Направление', value: WORK_DIRECTIONS[document.direction] }] : []),
    ...(document.subject ? [{ term: 'Предмет', value: document.subject }] : []),
    { term: 'Кому виден', value: DOCUMENT_AUDIENCES[document.audience] },
    ...(replaces
      ? [
          {
            term: 'Заменяет',
            value: (
              <Link href={`/library/${replaces.id}`} className="link">
                {replaces.title}
              </Link>
            ),
          },
        ]
      : []),
    ...(document.url
      ? [
          {
            term: 'Ссылка',
            value: (
              <a href={document.url} className="link break-all" rel="noreferrer">
                {document.url} <ExternalLink aria-hidden className="inline size-4" />
              </a>
            ),
          },
        ]
      : []),
    { term: 'Изменён', value: `${formatDate(document.changedAt)}, ${document.changedBy}` },
  ];
}

function Files({ document }: { document: DocumentView }) {
  return (
    <Panel title="Файл" className="mb-6">
      {document.files.length === 0 ? <p className="text-sm text-muted">Файла пока нет.</p> : null}
      <ul className="divide-y divide-line">
        {document.files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <FileText aria-hidden className="size-4 shrink-0 text-muted" />
            <a href={`/library/files/${file.id}`} className="link min-w-0 flex-1 break-words" download>
              {file.name}
            </a>
            <span className="text-sm text-muted tabular-nums">
              версия {file.number} · {formatFileSize(file.size)} · {formatDate(file.uploadedAt)}
              {file.readable ? '' : ' · без текста, поиск в него не смотрит'}
            </span>
          </li>
        ))}
      </ul>
      {document.mayChange ? (
        <ActionForm send={sendDocumentFile.bind(null, document.id)} className="mt-4 flex flex-wrap items-end gap-3">
          <Field
            id="file"
            label={document.files.length > 0 ? 'Новая версия файла' : 'Приложить файл'}
            hint={`pdf, docx, xlsx, pptx, odt, ods, txt, csv, jpg, png, до 20${NBSP}МБ. Без имён и иных персональных данных учеников.`}
          >
            {(ties) => (
              <Input
                {...ties}
                type="file"
                name="file"
                accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.jpg,.jpeg,.png"
              />
            )}
          </Field>
          <SubmitButton pendingText="Отправляем…">Загрузить</SubmitButton>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
