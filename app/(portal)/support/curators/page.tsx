import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { countOf, dayOf, formatDate } from '@/lib/domain/russian';
import { curatorsView } from '@/lib/portal/support-cases/queries';
import type { CuratorsView } from '@/lib/portal/support-cases/views';
import { sendConflict, sendCurator, sendEndCurator, sendHandOver, sendWithdrawConflict } from '../actions';

export const metadata: Metadata = { title: 'Кураторы школ' };

const choice = (items: readonly { id: string; name: string }[], empty: string) => [
  { value: '', label: empty },
  ...items.map(({ id, name }) => ({ value: id, label: name })),
];

export default async function CuratorsPage() {
  const viewer = await requireViewer();
  const view = opened(await curatorsView(viewer));
  const today = dayOf(new Date());
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Поддержка', href: '/support' }]}
        title="Кураторы"
        description="Куратор ведёт несколько школ. Школу без куратора ведут все сотрудники МОЦ; с куратором — только он и руководитель."
      />
      {view.unled.length > 0 ? (
        <Notice tone="warning" title="Школы списка без куратора" className="mb-6">
          {view.unled.map(({ name }) => name).join(', ')}
        </Notice>
      ) : null}
      <Panel title="Кто кого ведёт" actions={<TableFileLinks href="/support/curators/file" />} className="mb-6">
        <ul className="divide-y divide-line">
          {view.people.map((person) => (
            <li key={person.id} className="py-3">
              <p className="font-medium">
                {person.name}{' '}
                <span className="font-normal text-muted">
                  {countOf(person.schools.length, 'школа', 'школы', 'школ')}
                </span>
              </p>
              <ul className="mt-1 space-y-1">
                {person.schools.map((school) => (
                  <li key={school.curatorshipId}>
                    <Link className="link" href={`/support/schools/${school.id}`}>
                      {school.name}
                    </Link>{' '}
                    <span className="text-sm text-muted">с {formatDate(new Date(school.startedOn))}</span>
                    {view.mayAssign ? (
                      <details className="inline-block pl-3 align-top" data-print="none">
                        <summary className="link cursor-pointer text-sm">завершить</summary>
                        <ActionForm
                          send={sendEndCurator.bind(null, school.curatorshipId)}
                          className="mt-2 flex flex-wrap items-end gap-3"
                        >
                          <TextField
                            label="День"
                            name="on"
                            id={`on-${school.curatorshipId}`}
                            type="date"
                            defaultValue={today}
                          />
                          <TextField label="Почему" name="reason" id={`reason-${school.curatorshipId}`} />
                          <SubmitButton size="sm" pendingText="Завершаем…">
                            Завершить
                          </SubmitButton>
                        </ActionForm>
                      </details>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Panel>
      {view.mayAssign ? <Assigning view={view} today={today} /> : null}
      <Conflicts view={view} />
    </>
  );
}

function Assigning({ view, today }: { view: CuratorsView; today: string }) {
  return (
    <div className="mb-6 grid items-start gap-6 lg:grid-cols-2">
      <Panel title="Назначить куратора">
        <ActionForm send={sendCurator} className="space-y-4">
          <SelectField label="Сотрудник" name="accountId" options={choice(view.people, 'выберите сотрудника')} />
          <TextField label="С какого дня" name="startedOn" type="date" defaultValue={today} />
          <fieldset id="schoolIds" className="max-h-64 overflow-y-auto rounded-md border border-line px-3 py-1">
            <legend className="sr-only">Школы</legend>
            {view.schools.map(({ id, name }) => (
              <Checkbox
                key={id}
                name="schools"
                value={id}
                label={name}
                defaultChecked={view.unled.some((one) => one.id === id)}
              />
            ))}
          </fieldset>
          <SubmitButton pendingText="Назначаем…">Назначить</SubmitButton>
        </ActionForm>
      </Panel>
      <Panel
        title="Передать все школы"
        description="Когда сотрудник уходит: школы, незавершённые шаги и части обследований переходят к другому, ничего не останавливается."
      >
        <ActionForm send={sendHandOver} className="space-y-4">
          <SelectField label="Кто передаёт" name="fromId" options={choice(view.people, 'выберите сотрудника')} />
          <SelectField label="Кому" name="toId" options={choice(view.people, 'выберите сотрудника')} />
          <TextField label="С какого дня" name="on" type="date" defaultValue={today} />
          <TextField label="Почему" name="reason" />
          <SubmitButton pendingText="Передаём…">Передать</SubmitButton>
        </ActionForm>
      </Panel>
    </div>
  );
}

function Conflicts({ view }: { view: CuratorsView }) {
  return (
    <Panel
      title="Конфликты интересов"
      description="Кому не поручать школу: сотрудник или школа-партнёр. Портал не даст назначить вопреки записи."
      actions={
        view.conflicts.length > 0 ? (
          <TableFileLinks href="/support/curators/file" query={{ table: 'conflicts' }} label="Конфликты" />
        ) : null
      }
    >
      {view.conflicts.length > 0 ? (
        <ul className="divide-y divide-line">
          {view.conflicts.map((conflict) => (
            <li key={conflict.id} className="flex flex-wrap items-start justify-between gap-3 py-2">
              <p>
                {conflict.whom} — {conflict.schoolName}: {conflict.reason}
                <span className="block text-sm text-muted">
                  {conflict.declaredBy}, {formatDate(conflict.declaredAt)}
                </span>
              </p>
              {view.mayDeclare ? (
                <ActionForm send={sendWithdrawConflict.bind(null, conflict.id)}>
                  <SubmitButton size="sm" variant="quiet" pendingText="Убираем…">
                    Убрать
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Записей нет.</p>
      )}
      {view.mayDeclare ? (
        <details data-print="none" className="mt-4 border-t border-line pt-3">
          <summary className="link w-fit cursor-pointer">Записать конфликт интересов</summary>
          <ActionForm send={sendConflict} className="mt-3 grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Школа"
              name="schoolId"
              id="conflict-school"
              options={choice(view.schools, 'выберите школу')}
            />
            <SelectField
              label="Сотрудник"
              name="accountId"
              id="conflict-account"
              options={choice(view.people, 'не о сотруднике')}
            />
            <SelectField
              label="Школа-партнёр"
              name="hostSchoolId"
              id="conflict-host"
              options={choice(view.schools, 'не о партнёре')}
            />
            <TextField label="Причина" name="reason" id="conflict-reason" />
            <div>
              <SubmitButton pendingText="Записываем…">Записать</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
