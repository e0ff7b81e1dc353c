import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { MentoringFields } from '@/components/development/mentoring';
import { CourseTable, DeficitTable, PsychologyTable, RoutesTable } from '@/components/development/tables';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { VersionedForm } from '@/components/ui/versioned-form';
import type { FormState } from '@/lib/domain/form-state';
import { formatDate, formatPercent } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { DEFICIT_AREAS, MENTORING_KINDS, MENTORING_STATUSES, PSYCHOLOGY_KINDS } from '@/lib/domain/support/development';
import { developmentView } from '@/lib/portal/development/queries';
import type { CourseView, DevelopmentView } from '@/lib/portal/development/views';
import { sendCourse, sendDeficit, sendEnrolment, sendMentoring, sendPsychology, sendRoutes } from './actions';

export const metadata: Metadata = { title: 'Развитие педагогов' };

export default async function DevelopmentPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const viewer = await requireViewer();
  const { year = '' } = await searchParams;
  const view = opened(await developmentView(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  return (
    <>
      <PageHeader
        title="Развитие педагогов"
        description="Наставничество, дефициты, курсы СОИРО, индивидуальные маршруты, работа психологов. Только числа и должности, без имён."
      />
      <SupportTabs view="development" ownSchool={viewer.role === 'PRINCIPAL'} />
      <SupportFilter years={view.years} schoolYear={view.schoolYear} />
      {view.urgent.length > 0 ? (
        <Notice tone="info" title="Где прежде всего нужны курсы и наставники" className="mb-6">
          <ul className="list-disc pl-5">
            {view.urgent.map(({ schoolId, school, subject, area, teachers, withDeficit }) => (
              <li key={`${schoolId} ${subject} ${area}`}>
                {school}: {subject}, {(DEFICIT_AREAS[area] ?? area).toLowerCase()} —{' '}
                {formatPercent(withDeficit / teachers, 0)} учителей
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="space-y-6">
        <Mentoring view={view} />
        <Section
          title="Профессиональные дефициты по предметам"
          file={{ label: 'Дефициты', query: { table: 'deficits', year: view.schoolYear } }}
          empty={view.deficits.length === 0}
          table={<DeficitTable deficits={view.deficits} />}
        >
          {view.may.deficits ? <DeficitForm view={view} /> : null}
        </Section>
        <Section
          title="Курсы СОИРО"
          file={{ label: 'Курсы', query: { table: 'courses', year: view.schoolYear } }}
          empty={view.courses.length === 0}
          table={<CourseTable courses={view.courses} />}
        >
          {view.may.enrol ? <EnrolmentForm view={view} /> : null}
          {view.may.courses ? <Courses courses={view.courses} /> : null}
        </Section>
        <Section
          title="Индивидуальные образовательные маршруты"
          description="Сколько маршрутов и как идут. Группы меньше 5 видит только школа."
          file={{ label: 'Маршруты', query: { table: 'routes', year: view.schoolYear } }}
          empty={view.routes.length === 0}
          table={<RoutesTable routes={view.routes} />}
        >
          {view.may.routes ? <RoutesForm view={view} /> : null}
        </Section>
        <Section
          title="Работа психологов"
          file={{ label: 'Психологи', query: { table: 'psychology', year: view.schoolYear } }}
          empty={view.psychology.length === 0}
          table={<PsychologyTable psychology={view.psychology} />}
        >
          {view.may.psychology ? <PsychologyForm view={view} /> : null}
        </Section>
      </div>
    </>
  );
}

interface SectionProps {
  title: string;
  description?: string;
  /** what its file is asked for by */
  file: { label: string; query: { table: string; year: string } };
  empty: boolean;
  table: ReactNode;
  children: ReactNode;
}

function Section({ title, description, file, empty, table, children }: SectionProps) {
  return (
    <Panel
      title={title}
      description={description}
      actions={empty ? null : <TableFileLinks href="/support/development/file" {...file} />}
      padding="flush"
    >
      {empty ? <p className="px-4 pb-4 text-muted sm:px-5">Записей пока нет.</p> : table}
      {children ? <div className="space-y-3 border-t border-line p-4 sm:px-5">{children}</div> : null}
    </Panel>
  );
}

function Form({
  title,
  send,
  children,
}: {
  title: string;
  send: (state: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
}) {
  return (
    <details data-print="none">
      <summary className="link w-fit cursor-pointer">{title}</summary>
      <ActionForm send={send} className="mt-3 space-y-4">
        {children}
        <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
      </ActionForm>
    </details>
  );
}

const choice = (items: readonly { id: string; name: string }[], empty: string) => [
  { value: '', label: empty },
  ...items.map(({ id, name }) => ({ value: id, label: name })),
];
const words = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

function SchoolField({ view, id }: { view: DevelopmentView; id: string }) {
  const [own] = view.schools;
  if (view.schools.length === 1 && own) return <input type="hidden" name="schoolId" value={own.id} />;
  return <SelectField label="Школа" name="schoolId" id={id} options={choice(view.schools, 'выберите школу')} />;
}

function Count({ name, label, id }: { name: string; label: string; id: string }) {
  return <TextField label={label} name={name} id={id} inputMode="numeric" />;
}

function Mentoring({ view }: { view: DevelopmentView }) {
  return (
    <Panel
      title="Наставничество"
      actions={
        view.mentoring.length > 0 ? (
          <TableFileLinks
            href="/support/development/file"
            query={{ table: 'mentoring', year: view.schoolYear }}
            label="Наставничество"
          />
        ) : null
      }
    >
      {view.mentoring.length > 0 ? (
        <ul className="divide-y divide-line">
          {view.mentoring.map((pair) => (
            <li key={pair.id} className="py-3">
              <p className="font-medium">
                {pair.mentorSchool} → {pair.school}
              </p>
              <p className="text-sm text-muted">
                {[
                  MENTORING_KINDS[pair.kind],
                  pair.subject,
                  pair.mentorPost && pair.menteePost ? `${pair.mentorPost} — ${pair.menteePost}` : '',
                  `с ${formatDate(new Date(pair.startsOn))}`,
                  MENTORING_STATUSES[pair.status].toLowerCase(),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="max-w-prose">{pair.goal}</p>
              {pair.outcome ? <p className="max-w-prose text-sm">Получилось: {pair.outcome}</p> : null}
              {view.may.mentoring ? (
                <details data-print="none">
                  <summary className="link w-fit cursor-pointer text-sm">Изменить</summary>
                  <VersionedForm
                    send={sendMentoring.bind(null, pair.id)}
                    version={pair.version}
                    className="mt-3 space-y-4"
                  >
                    <MentoringFields pair={pair} schools={view.schools} />
                    <SubmitButton pendingText="Сохраняем…">Сохранить пару</SubmitButton>
                  </VersionedForm>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Пар пока нет.</p>
      )}
      {view.may.mentoring ? (
        <div className="mt-4 border-t border-line pt-3">
          <Form title="Новая пара" send={sendMentoring.bind(null, null)}>
            <MentoringFields schools={view.schools} />
          </Form>
        </div>
      ) : null}
    </Panel>
  );
}

function DeficitForm({ view }: { view: DevelopmentView }) {
  return (
    <Form title="Внести дефициты" send={sendDeficit}>
      <input type="hidden" name="schoolYear" value={view.schoolYear} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SchoolField view={view} id="deficit-school" />
        <TextField label="Предмет" name="subject" id="deficit-subject" />
        <SelectField label="Область" name="area" options={words(DEFICIT_AREAS)} />
        <Count label="Учителей предмета" name="teachers" id="teachers" />
        <Count label="Из них с дефицитом" name="withDeficit" id="withDeficit" />
      </div>
    </Form>
  );
}

function EnrolmentForm({ view }: { view: DevelopmentView }) {
  const open = view.courses.filter(({ active }) => active).map(({ id, title }) => ({ id, name: title }));
  return (
    <Form title="Записать школу или отметить завершивших" send={sendEnrolment}>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label="Программа" name="courseId" options={choice(open, 'выберите программу')} />
        <SchoolField view={view} id="enrolment-school" />
        <Count label="Записано педагогов" name="enrolled" id="enrolled" />
        <Count label="Из них завершили" name="completed" id="completed" />
      </div>
    </Form>
  );
}

function CourseFields({ course }: { course?: CourseView }) {
  const id = (name: string) => `${name}-${course?.id ?? 'new'}`;
  return (
    <>
      <TextField label="Программа" name="title" id={id('title')} defaultValue={course?.title ?? ''} />
      <div className="grid gap-4 sm:grid-cols-4">
        <TextField
          label="Часов"
          name="hours"
          id={id('hours')}
          inputMode="numeric"
          defaultValue={String(course?.hours ?? '')}
        />
        <TextField
          label="Мест"
          name="places"
          id={id('places')}
          inputMode="numeric"
          defaultValue={String(course?.places ?? '')}
        />
        <TextField
          label="Начало"
          name="startsOn"
          id={id('startsOn')}
          type="date"
          defaultValue={course?.startsOn ?? ''}
        />
        <TextField label="Конец" name="endsOn" id={id('endsOn')} type="date" defaultValue={course?.endsOn ?? ''} />
      </div>
      <TextField label="Для кого" name="audience" id={id('audience')} optional defaultValue={course?.audience ?? ''} />
      <Checkbox name="active" value="yes" label="Набор открыт" defaultChecked={course?.active ?? true} />
    </>
  );
}

function Courses({ courses }: { courses: readonly CourseView[] }) {
  return (
    <>
      <Form title="Новая программа СОИРО" send={sendCourse.bind(null, null)}>
        <CourseFields />
      </Form>
      {courses.map((course) => (
        <details key={course.id} data-print="none">
          <summary className="link w-fit cursor-pointer text-sm">Изменить: {course.title}</summary>
          <VersionedForm send={sendCourse.bind(null, course.id)} version={course.version} className="mt-3 space-y-4">
            <CourseFields course={course} />
            <SubmitButton pendingText="Сохраняем…">Сохранить программу</SubmitButton>
          </VersionedForm>
        </details>
      ))}
    </>
  );
}

function RoutesForm({ view }: { view: DevelopmentView }) {
  return (
    <Form title="Внести маршруты" send={sendRoutes}>
      <input type="hidden" name="schoolYear" value={view.schoolYear} />
      <div className="grid gap-4 sm:grid-cols-3 lg:grid-cols-5">
        <Count label="Класс" name="grade" id="grade" />
        <TextField label="Предмет" name="subject" id="routes-subject" />
        <Count label="Маршрутов" name="routes" id="routes" />
        <Count label="С продвижением" name="progressing" id="progressing" />
        <Count label="Завершено" name="completed" id="routes-completed" />
      </div>
    </Form>
  );
}

function PsychologyForm({ view }: { view: DevelopmentView }) {
  return (
    <Form title="Записать работу психологов" send={sendPsychology}>
      <div className="grid gap-4 sm:grid-cols-3">
        <SchoolField view={view} id="psychology-school" />
        <SelectField label="Вид" name="kind" id="psychology-kind" options={words(PSYCHOLOGY_KINDS)} />
        <TextField label="Дата" name="heldOn" type="date" />
        <TextField label="Тема" name="theme" hint="Без имён." />
        <Count label="Встреч" name="sessions" id="sessions" />
        <Count label="Участников" name="participants" id="participants" />
      </div>
    </Form>
  );
}
