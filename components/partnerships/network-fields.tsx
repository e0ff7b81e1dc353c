import { LineFields } from '@/components/support/line-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { NETWORK_KINDS, type PlanLine } from '@/lib/domain/support/partnership';
import type { NetworkView } from '@/lib/portal/networks/views';
import { PlanFields } from './plan-fields';

interface NetworkFieldsProps {
  network?: NetworkView;
  schools: readonly { id: string; name: string }[];
}

const NO_PLAN: readonly PlanLine[] = [];

export function NetworkFields({ network, schools }: NetworkFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Вид"
          name="kind"
          defaultValue={network?.kind ?? 'ASSOCIATION'}
          options={Object.entries(NETWORK_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField label="Предмет или тема" name="subject" optional defaultValue={network?.subject ?? ''} />
        <TextField label="Название" name="networkTitle" id="title" defaultValue={network?.title ?? ''} />
        <TextField label="Кто ведёт (должность)" name="leader" defaultValue={network?.leader ?? ''} />
      </div>
      <TextareaField label="Чем занимается" name="about" rows={3} defaultValue={network?.about ?? ''} />
      <Checkbox name="active" value="yes" label="Работает сейчас" defaultChecked={network?.active ?? true} />
      <LineFields
        legend="Участники по школам"
        hint="Только число педагогов, без имён."
        lines={(network?.members ?? []).map(({ schoolId, teachers }) => ({ schoolId, teachers: String(teachers) }))}
        blank={3}
        columns={[
          {
            name: 'schoolId',
            label: 'Школа',
            options: [{ value: '', label: '—' }, ...schools.map(({ id, name }) => ({ value: id, label: name }))],
          },
          { name: 'teachers', label: 'Педагогов', type: 'number', className: 'w-36' },
        ]}
      />
      <PlanFields plan={network?.plan ?? NO_PLAN} />
    </>
  );
}
