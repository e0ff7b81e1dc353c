/** The constants of the signs as fields of a form, sign by sign. */
import { type ObjectivitySettings, SETTING_DEFINITIONS, SETTING_UNIT_NAMES } from '@/lib/domain/objectivity/settings';
import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import { typeset } from '@/lib/domain/russian';
import type { SettingsFormProps } from './settings-form';
import { SIGN_TITLES } from './sign-words';
import { writtenSetting } from './written-setting';

export function settingGroups(values: ObjectivitySettings): SettingsFormProps['groups'] {
  return [null, ...SIGN_CODES].map((sign) => ({
    title: sign ? `${sign}. ${typeset(SIGN_TITLES[sign])}` : 'Для всех признаков',
    fields: SETTING_DEFINITIONS.filter((one) => one.sign === sign).map(({ key, name, unit, value }) => ({
      key,
      name: typeset(name),
      hint: `${SETTING_UNIT_NAMES[unit]}; по умолчанию ${writtenSetting(value)}`,
      value: writtenSetting(values[key]),
    })),
  }));
}
