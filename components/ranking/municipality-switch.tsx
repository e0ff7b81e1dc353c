import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { capitalised } from '@/lib/domain/russian';
import type { AnalysisChoice } from '@/lib/portal/lists/views';

export interface MunicipalitySwitchProps {
  campaigns: readonly AnalysisChoice[];
  current: string;
  action: string;
}

/** Another municipality on the same page, as a form that works without JavaScript. */
export function MunicipalitySwitch({ campaigns, current, action }: MunicipalitySwitchProps) {
  return (
    <form action={action} data-print="none" className="flex flex-wrap items-end gap-2">
      <SelectField
        label="Муниципалитет"
        labelHidden
        name="municipality"
        defaultValue={current}
        options={campaigns.map(({ municipalityId, municipalityName }) => ({
          value: municipalityId,
          label: capitalised(municipalityName),
        }))}
      />
      <Button type="submit">Открыть</Button>
    </form>
  );
}
