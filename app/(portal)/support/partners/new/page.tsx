import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { partnerChoices } from '@/lib/portal/partnerships/queries';
import { sendPartnership } from '../actions';

export const metadata: Metadata = { title: 'Новое партнёрство' };

export default async function NewPartnershipPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const viewer = await requireViewer();
  const { year = '' } = await searchParams;
  const { schools, schoolYear } = opened(
    await partnerChoices(viewer, isSchoolYear(year) ? year : undefined, new Date()),
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Партнёры и сети', href: `/support/partners?year=${schoolYear}` }]}
        title="Новое партнёрство"
        description={`На ${formatSchoolYear(schoolYear)} учебный год. Школы увидят его, когда руководитель МОЦ согласует.`}
      />
      <Panel>
        <ActionForm send={sendPartnership} className="space-y-4">
          <input type="hidden" name="schoolYear" value={schoolYear} />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Школа-лидер"
              name="hostSchoolId"
              options={[
                { value: '', label: 'выберите школу' },
                ...schools.filter(({ listed }) => !listed).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextField label="Название" name="title" hint="Например: «СШ № 40 → СШ № 19»" />
          </div>
          <fieldset id="schoolIds">
            <legend className="mb-1 font-medium">Кого поддерживает</legend>
            <div className="grid max-h-72 gap-x-6 overflow-y-auto rounded-md border border-line px-3 py-1 sm:grid-cols-2 lg:grid-cols-3">
              {schools.map(({ id, name, listed }) => (
                <Checkbox key={id} name="schools" value={id} label={name} hint={listed ? 'в списке' : undefined} />
              ))}
            </div>
          </fieldset>
          <TextareaField
            label="Почему эти школы"
            name="reasons"
            rows={3}
            optional
            hint="Каждый довод с новой строки. Школы их не увидят."
          />
          <SubmitButton pendingText="Сохраняем…">Предложить</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
