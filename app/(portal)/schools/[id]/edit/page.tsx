import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { isId } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { joinedSubjects } from '@/components/schools/advanced-subjects';
import { MergerForm, MoveForm, PassportForm } from '@/components/schools/school-forms';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { dayOf } from '@/lib/domain/russian';
import { municipalityChoices, schoolPassport, schoolRows } from '@/lib/portal/schools/queries';
import { sendMerger, sendMove, sendPassport } from '../../actions';

export const metadata: Metadata = { title: 'Паспорт школы' };

export default async function EditSchoolPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const { id } = await params;
  const school = isId(id) ? await schoolPassport(viewer, id) : null;
  if (!school) notFound();
  if (!may(viewer, 'school.edit', { municipalityId: school.municipalityId })) forbidden();
  const { items } = await schoolRows(
    viewer,
    { q: '', municipalityId: school.municipalityId, closed: false },
    { page: 1, pageSize: 200 },
  );
  const moving = may(viewer, 'territory.edit');
  const others = moving ? (await municipalityChoices(viewer)).filter((one) => one.id !== school.municipalityId) : [];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Школы', href: '/schools' },
          { label: school.shortName, href: `/schools/${id}` },
        ]}
        title="Паспорт школы"
        description="Изменение действует с указанного дня. Прежнее имя и классы остаются в истории, суммы прошлых лет не меняются. Логин и предметы с углублённым изучением действуют без даты."
      />
      <div className="space-y-6">
        <Panel title="Изменить паспорт">
          <PassportForm
            send={sendPassport.bind(null, id)}
            initial={{
              shortName: school.shortName,
              name: school.name,
              kind: school.kind,
              address: school.address,
              gradeFrom: String(school.gradeFrom),
              gradeTo: String(school.gradeTo),
              pupils: school.pupils === null ? '' : String(school.pupils),
              login: school.login ?? '',
              advanced: joinedSubjects(school.advanced),
              validFrom: dayOf(new Date()),
              version: String(school.version),
            }}
          />
        </Panel>
        {school.closedOn ? null : (
          <Panel
            title="Присоединение к другой школе"
            description="Школа закроется, её прошлые карты останутся за ней и будут видны со страницы преемницы."
          >
            <MergerForm
              send={sendMerger.bind(null, id)}
              schools={items.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.shortName }))}
            />
          </Panel>
        )}
        {moving ? (
          <Panel
            title="Перевод в другой муниципалитет"
            description="Карты и списки прошлых лет остаются у прежнего муниципалитета."
          >
            <MoveForm send={sendMove.bind(null, id)} municipalities={others} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
