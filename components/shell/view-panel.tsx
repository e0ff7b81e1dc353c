import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { USUAL_VIEW, VIEW_SETTINGS, type ViewPreferences, type ViewSetting } from '@/lib/domain/view-preferences';

export interface ViewPanelProps {
  view: ViewPreferences;
  /** Server action: gets one setting by its name (`fontSize=150`) or `usual` for everything back, keeps it for the person. */
  keepView: (data: FormData) => Promise<void>;
}

/**
 * «Версия для слабовидящих»: each choice is a button of one form, so that a single press changes the page, without
 * JavaScript as well.
 */
export function ViewPanel({ view, keepView }: ViewPanelProps) {
  const usual = VIEW_SETTINGS.every((setting) => view[setting] === USUAL_VIEW[setting]);
  return (
    <form action={keepView} className="text-ink">
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2 xl:grid-cols-[auto_auto_auto_auto]">
        {GROUPS.map((group) => (
          <Choice key={group.setting} {...group} current={view[group.setting]} />
        ))}
      </div>
      <p className="mt-5">
        <Button type="submit" name="usual" value="yes" variant="quiet" size="sm" disabled={usual}>
          <RotateCcw aria-hidden />
          Вернуть обычный вид
        </Button>
      </p>
    </form>
  );
}

interface Group {
  setting: ViewSetting;
  name: string;
  choices: readonly { value: string; label: string; sample: ReactNode; look?: string }[];
}

function Choice({ setting, name, choices, current }: Group & { current: string }) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{name}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name={setting}
            value={choice.value}
            aria-pressed={current === choice.value}
            aria-label={`${name}: ${choice.label}`}
            title={choice.label}
            className={`view-choice ${choice.look ?? 'bg-surface text-ink'}`}
          >
            {choice.sample}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const GROUPS: readonly Group[] = [
  {
    setting: 'fontSize',
    name: 'Размер текста',
    choices: [
      { value: '100', label: 'обычный, 100 %', sample: '100 %' },
      { value: '125', label: 'увеличенный, 125 %', sample: '125 %' },
      { value: '150', label: 'крупный, 150 %', sample: '150 %' },
      { value: '200', label: 'очень крупный, 200 %', sample: '200 %' },
    ],
  },
  {
    setting: 'contrast',
    name: 'Цвета',
    choices: [
      { value: 'normal', label: 'обычные', sample: 'Обычные' },
      { value: 'black-on-white', label: 'чёрным по белому', sample: 'Аа', look: 'view-sample-black-on-white' },
      { value: 'white-on-black', label: 'белым по чёрному', sample: 'Аа', look: 'view-sample-white-on-black' },
      { value: 'yellow-on-black', label: 'жёлтым по чёрному', sample: 'Аа', look: 'view-sample-yellow-on-black' },
    ],
  },
  {
    setting: 'spacing',
    name: 'Интервалы',
    choices: [
      { value: 'normal', label: 'обычные', sample: 'Обычные' },
      { value: 'medium', label: 'увеличенные', sample: 'Увеличенные' },
      { value: 'large', label: 'большие', sample: 'Большие' },
    ],
  },
  {
    setting: 'theme',
    name: 'Тема',
    choices: [
      { value: 'system', label: 'как в системе', sample: 'Как в системе' },
      { value: 'light', label: 'светлая', sample: 'Светлая' },
      { value: 'dark', label: 'тёмная', sample: 'Тёмная' },
    ],
  },
];
