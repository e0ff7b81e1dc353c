import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { MatrixForm } from '@/components/failure-matrix/matrix-form';
import { MatrixStatus } from '@/components/failure-matrix/matrix-status';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDate, formatSchoolYear, timeLeft } from '@/lib/domain/russian';
import { matrixForFilling } from '@/lib/portal/failure-matrix/queries';
import { sendCells, sendGrade, sendSubmitMatrix } from '../../actions';

export const metadata: Metadata = { title: 'Матрица неуспешности школы' };

interface PageProps {
  params: Promise<{ matrixId: string }>;
  searchParams: Promise<{ grade?: string; done?: string }>;
}

const DONE: Record<string, { tone: 'success' | 'warning' | 'danger'; title: string }> = {
  saved: { tone: 'success', title: 'Класс сохранён' },
  sent: { tone: 'success', title: 'Матрица отправлена в МОЦ' },
  conflict: { tone: 'warning', title: 'Часть клеток изменена в другом окне: проверьте числа и сохраните снова' },
  refused: { tone: 'danger', title: 'Не сохранено: в клетках должны быть целые числа до 999' },
};

export default async function MatrixPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const matrix = opened(await matrixForFilling(viewer, idOf((await params).matrixId)));
  const search = await searchParams;
  const { from, to } = matrix.form.grades;
  const asked = Number(search.grade);
  const grade = Number.isInteger(asked) && asked >= from && asked <= to ? asked : from;
  const told = DONE[search.done ?? ''];
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Матрица неуспешности', href: '/monitoring/causes' }]}
        kind={matrix.schoolName}
        title={`Матрица неуспешности ${formatSchoolYear(matrix.schoolYear)}`}
        status={<MatrixStatus status={matrix.status} begun={matrix.savedAt !== null} />}
        description={`Сколько учеников не успевают и почему. Только числа, без имён. Срок ${formatDate(matrix.dueAt)}${
          matrix.editable ? `, ${timeLeft(matrix.dueAt, new Date())}` : ''
        }.`}
      />
      {told ? <Notice tone={told.tone} role="status" title={told.title} className="mb-6" /> : null}
      {matrix.locked && !told ? <Notice tone="info" title={matrix.locked} className="mb-6" /> : null}
      {matrix.returnComment ? (
        <Notice tone="warning" title="МОЦ вернул матрицу" className="mb-6">
          {matrix.returnComment}
        </Notice>
      ) : null}
      <MatrixForm matrix={matrix} accountId={viewer.accountId} grade={grade} save={sendCells} send={sendGrade} />
      {matrix.editable ? (
        <Panel title="Отправка" className="mt-6">
          <ActionForm send={sendSubmitMatrix} className="space-y-4">
            <input type="hidden" name="matrixId" value={matrix.id} />
            <p className="max-w-prose">
              Заполните все классы и отправьте матрицу. После отправки числа закрыты; МОЦ увидит только группы от 5
              учеников.
            </p>
            <SubmitButton pendingText="Отправляем…">Отправить матрицу</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}
