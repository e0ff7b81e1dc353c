import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkedPanel } from '@/app/(portal)/library/linked-panel';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { FindingFields } from '@/components/examinations/finding-form';
import { Findings } from '@/components/examinations/findings';
import { ExaminationStatusMark, PartStatus } from '@/components/examinations/part-status';
import { ActionForm } from '@/components/ui/action-form';
import { buttonLook } from '@/components/ui/button-look';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { PART_KINDS } from '@/lib/domain/support/examination';
import { examinationView } from '@/lib/portal/examinations/queries';
import type { ExaminationView } from '@/lib/portal/examinations/views';
import {
  sendAddPart,
  sendCancel,
  sendExamination,
  sendFinding,
  sendFindingChange,
  sendFindingRemoval,
  sendFinish,
  sendReopen,
} from '../actions';

export const metadata: Metadata = { title: 'Обследование школы' };

export default async function ExaminationPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const examination = opened(await examinationView(viewer, id, new Date()));
  const { schoolName, schoolId, startsOn, endsOn, mayChange } = examination;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Обследования', href: `/support/examinations?year=${examination.schoolYear}` },
          { label: schoolName, href: `/support/schools/${schoolId}` },
        ]}
        kind={`${schoolName}, ${formatSchoolYear(examination.schoolYear)}`}
        title={examination.title}
        status={<ExaminationStatusMark status={examination.status} />}
        description={`${formatDate(new Date(startsOn))} — ${formatDate(new Date(endsOn))}`}
        actions={
          <a href={`/support/examinations/${id}/act`} className={buttonLook({})} data-look="button" download>
            <FileDown aria-hidden /> Акт, docx
          </a>
        }
      />
      <Panel title="Части обследования" padding="flush" className="mb-6">
        <PartsTable examination={examination} />
        {mayChange ? (
          <div className="border-t border-line p-4">
            <ActionForm send={sendAddPart.bind(null, id)} className="flex flex-wrap items-end gap-3">
              <SelectField
                label="Ещё одна часть"
                name="kind"
                options={PART_KINDS.map(({ kind, label }) => ({ value: kind, label }))}
              />
              <SubmitButton variant="secondary" pendingText="Добавляем…">
                Добавить
              </SubmitButton>
            </ActionForm>
          </div>
        ) : null}
      </Panel>
      <Panel title="Выводы по темам" className="mb-6">
        <Findings
          examination={examination}
          sendChange={(findingId) => sendFindingChange.bind(null, { examinationId: id, findingId })}
          sendRemoval={(findingId) => sendFindingRemoval.bind(null, { examinationId: id, findingId })}
        />
        {mayChange ? (
          <details className="mt-6 border-t border-line pt-4" open={examination.findings.length === 0}>
            <summary className="cursor-pointer font-semibold">Новый вывод</summary>
            <ActionForm send={sendFinding.bind(null, id)} className="mt-4 space-y-4">
              <FindingFields examination={examination} />
              <SubmitButton pendingText="Добавляем…">Добавить вывод</SubmitButton>
            </ActionForm>
          </details>
        ) : null}
      </Panel>
      <LinkedPanel
        viewer={viewer}
        places={[
          { subjectType: 'examination', subjectId: id, label: 'Обследование в целом' },
          ...examination.findings.map((finding, at) => ({
            subjectType: 'finding' as const,
            subjectId: finding.id,
            label: `Вывод ${at + 1}: ${finding.text.slice(0, 60)}`,
          })),
        ]}
        back={`/support/examinations/${id}`}
        className="mb-6"
      />
      <Conclusion examination={examination} />
    </>
  );
}

function PartsTable({ examination }: { examination: ExaminationView }) {
  return (
    <Table caption="Части обследования">
      <TableHead>
        <tr>
          <HeaderCell>Часть</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Ответственный</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
          <HeaderCell>Проведено</HeaderCell>
          <HeaderCell numeric>Файлов</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {examination.parts.map((part) => (
          <TableRow key={part.partId}>
            <RowHeader>
              <Link className="link" href={`/support/examinations/${examination.id}/parts/${part.partId}`}>
                {part.title}
              </Link>
            </RowHeader>
            <Cell>
              <PartStatus state={part.state} late={part.late} />
            </Cell>
            <Cell>{part.owner || 'не назначен'}</Cell>
            <Cell>{part.dueOn ? formatDate(new Date(part.dueOn)) : '—'}</Cell>
            <Cell>{part.heldOn ? formatDate(new Date(part.heldOn)) : '—'}</Cell>
            <Cell numeric>{formatNumber(part.files)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Conclusion({ examination }: { examination: ExaminationView }) {
  const { id, version, mayChange, mayReopen, conclusion, reasonsNotToFinish } = examination;
  return (
    <Panel title="Заключение">
      {mayChange ? (
        <VersionedForm send={sendExamination.bind(null, id)} version={version} className="space-y-4">
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
            <TextField label="Название" name="title" defaultValue={examination.title} />
            <TextField label="Начало" name="startsOn" type="date" defaultValue={examination.startsOn} />
            <TextField label="Конец" name="endsOn" type="date" defaultValue={examination.endsOn} />
          </div>
          <TextareaField
            label="Заключение"
            name="conclusion"
            rows={5}
            defaultValue={conclusion}
            hint="Чем закончилось обследование. Без имён учеников."
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </VersionedForm>
      ) : (
        <p className="max-w-prose whitespace-pre-line">{conclusion || 'Заключения пока нет.'}</p>
      )}
      {examination.finishedAt ? (
        <p className="mt-3 text-sm text-muted">
          Завершено {formatDate(examination.finishedAt)}, {examination.finishedBy}.
        </p>
      ) : null}
      {mayChange ? (
        <div className="mt-6 space-y-4 border-t border-line pt-4">
          {reasonsNotToFinish.length > 0 ? (
            <Notice tone="info" title="До завершения осталось">
              <ul className="list-disc pl-5">
                {reasonsNotToFinish.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <div className="flex flex-wrap items-start gap-6">
            <ActionForm send={sendFinish.bind(null, id)}>
              <input type="hidden" name="version" value={version} />
              <SubmitButton pendingText="Завершаем…">Завершить обследование</SubmitButton>
            </ActionForm>
            <details>
              <summary className="link cursor-pointer py-2">Отменить обследование</summary>
              <ActionForm send={sendCancel.bind(null, id)} className="mt-2 flex flex-wrap items-end gap-3">
                <input type="hidden" name="version" value={version} />
                <TextField label="Почему отменено" name="reason" />
                <SubmitButton variant="danger" pendingText="Отменяем…">
                  Отменить
                </SubmitButton>
              </ActionForm>
            </details>
          </div>
        </div>
      ) : null}
      {mayReopen ? (
        <ActionForm send={sendReopen.bind(null, id)} className="mt-4">
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant="secondary" pendingText="Открываем…">
            Открыть снова
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
