import { TextareaField, TextField } from '@/components/ui/field';
import type { CentrePageJson } from '@/lib/portal/centre-page/schema';

/** What the head writes on the public page. */
export function CentreFields({ values }: { values: CentrePageJson }) {
  return (
    <>
      <TextField name="name" label="Название центра" maxLength={300} defaultValue={values.name} required />
      <TextareaField
        name="about"
        label="О центре"
        hint="Чем занимается, кому и как помогает. Без имён учеников и без результатов школ"
        rows={6}
        maxLength={10_000}
        defaultValue={values.about}
        optional
      />
      <TextField
        name="headPost"
        label="Руководитель"
        hint="Должность, например «Начальник методического отдела»"
        maxLength={300}
        defaultValue={values.headPost}
        optional
      />
      <TextField name="address" label="Адрес" maxLength={300} defaultValue={values.address} optional />
      <TextField name="phone" label="Телефон" maxLength={100} defaultValue={values.phone} optional />
      <TextField name="email" type="email" label="Почта" maxLength={200} defaultValue={values.email} optional />
    </>
  );
}
