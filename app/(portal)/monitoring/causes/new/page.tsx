import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { OpenMatrixForm } from '@/components/failure-matrix/open-matrix-form';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';
import { dayOf, formatDate } from '@/lib/domain/russian';
import { matrixChoices } from '@/lib/portal/failure-matrix/queries';
import { sendOpenMatrix } from '../actions';

export const metadata: Metadata = { title: 'Новый сбор матриц' };

const FILLING_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** in every school and every year: what most matrices ask about */
const USUAL_SUBJECTS = ['Русский язык', 'Математика'];

export default async function NewMatrixPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'matrix.open')) forbidden();
  const now = new Date();
  const choices = await matrixChoices(viewer, now);
  const due = new Date(now.getTime() + FILLING_DAYS * DAY_MS);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Матрица неуспешности', href: '/monitoring/causes' }]}
        title="Новый сбор матриц"
        description="Каждая выбранная школа укажет, сколько учеников не успевают и по какой причине, по классам и предметам."
      />
      <Panel
        title={`Причины: ${choices.causes.length}`}
        description={
          choices.ownCauses
            ? 'Список вашего центра.'
            : 'Предложение разработчиков портала: исправьте под свою методику.'
        }
        actions={<LinkButton href="/monitoring/causes/dictionary">Изменить список</LinkButton>}
        className="mb-6"
      >
        <ul className="grid list-disc gap-x-8 gap-y-1 pl-5 sm:grid-cols-2">
          {choices.causes.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <OpenMatrixForm
          send={sendOpenMatrix}
          choices={choices}
          subjects={SUBJECT_NAMES}
          initial={{
            dueAt: dayOf(due),
            subjects: USUAL_SUBJECTS,
            letter: `Уважаемые коллеги!\n\nЗаполните матрицу неуспешности школы до ${formatDate(due)}: укажите только числа учеников, без имён. Вне школы группы меньше 5 учеников не видны.`,
          }}
        />
      </Panel>
    </>
  );
}
