import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ActionForm } from '@/components/ui/action-form';
import { SelectField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear, nextSchoolYear, previousSchoolYear } from '@/lib/domain/school-year';
import { beginChoices } from '@/lib/portal/programmes/queries';
import { sendBegin } from '../actions';

export const metadata: Metadata = { title: 'Новая программа' };

export default async function NewProgrammePage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string; school?: string }>;
}) {
  const viewer = await requireViewer();
  const { year = '', school = '' } = await searchParams;
  const choices = opened(await beginChoices(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const { schoolYear, schools, templates, hasLast } = choices;
  const [own] = schools;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Программы', href: '/support/programmes' }]}
        title="Начать программу"
        description="Черновик видят школа и МОЦ. Отправить его в МОЦ можно, когда заполнены все разделы."
      />
      <Panel>
        <ActionForm send={sendBegin} className="max-w-xl space-y-4">
          {viewer.role === 'PRINCIPAL' ? (
            <input type="hidden" name="schoolId" value={own?.id ?? ''} />
          ) : (
            <SelectField
              label="Школа"
              name="schoolId"
              defaultValue={school}
              options={[
                { value: '', label: 'выберите школу' },
                ...schools.map(({ id, name, has }) => ({
                  value: id,
                  label: has ? `${name} — программа уже есть` : name,
                  disabled: has,
                })),
              ]}
            />
          )}
          <SelectField
            label="Первый учебный год"
            name="schoolYear"
            defaultValue={schoolYear}
            options={[previousSchoolYear(schoolYear), schoolYear, nextSchoolYear(schoolYear)].map((value) => ({
              value,
              label: formatSchoolYear(value),
            }))}
          />
          <TextField
            label="Название"
            name="title"
            defaultValue="Программа перехода школы в эффективный режим функционирования"
          />
          <SelectField
            label="С чего начать"
            name="from"
            options={[
              ...(templates.length > 0 ? [{ value: 'TEMPLATE', label: 'с шаблона МОЦ' }] : []),
              ...(hasLast ? [{ value: 'LAST', label: 'с прошлой программы' }] : []),
              { value: 'BLANK', label: 'с чистого листа' },
            ]}
          />
          {templates.length > 0 ? (
            <SelectField
              label="Шаблон"
              name="templateId"
              options={templates.map(({ id, title }) => ({ value: id, label: title }))}
            />
          ) : null}
          <SubmitButton pendingText="Начинаем…">Начать</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
