'use client';

import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextareaField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  INDICATOR_SOURCES,
  MEASURE_STATES,
  type ProgrammeContent,
  type ProgrammeIndicator,
  type ProgrammeMeasure,
} from '@/lib/domain/programme/content';
import { SECTIONS } from '@/lib/domain/programme/difference';
import { missingIn } from '@/lib/domain/programme/progress';
import { nextSchoolYear } from '@/lib/domain/school-year';
import type { ProgrammeView } from '@/lib/portal/programmes/views';
import { IndicatorFigures } from './indicator-figures';
import { LineList } from './line-list';
import { MeasureGrounds } from './measure-grounds';
import { type SaveProgrammeAction, type SaveState, useProgramme } from './use-programme';

interface ProgrammeEditorProps {
  programme: ProgrammeView;
  accountId: string;
  save: SaveProgrammeAction;
  /** what the writer may do with the programme: send it to МОЦ, begin it, open its approved text */
  decisions: readonly { label: string; send: ActionFormProps['send']; variant?: 'secondary' }[];
}

const YEARS_AHEAD = 3;
const newId = (prefix: string) => `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const newIndicator = (): ProgrammeIndicator => ({
  ...{ id: newId('i'), title: '', unit: '', source: 'MANUAL', baseline: null, targets: [], facts: [] },
});
const newMeasure = (): ProgrammeMeasure => ({
  ...{ id: newId('m'), title: '', responsible: '', startsOn: '', endsOn: '', state: 'PLANNED', evidence: '' },
  ...{ criteria: [], findingIds: [], recommendationIds: [], partnershipId: null },
});

/** The whole programme on one page: saves itself, with a map of sections that tells what is missing. */
export function ProgrammeEditor({ programme, accountId, save, decisions }: ProgrammeEditorProps) {
  const { id, grounds, facts, editing, schoolYear } = programme;
  const { content, change, state, conflicts, settle, settled } = useProgramme(
    `programme:${accountId}:${id}`,
    programme,
    save,
  );
  // what was just written goes along with the decision
  const whole =
    (send: ActionFormProps['send']): ActionFormProps['send'] =>
    async (before, form) => {
      const version = await settled();
      if (version === null) {
        const detail = 'Написанное ещё не сохранено: проверьте связь и нажмите ещё раз.';
        return { failure: { code: 'CONFLICT', detail } };
      }
      form.set('version', String(version));
      return send(before, form);
    };
  const running = editing === 'RUNNING';
  const set = <Key extends keyof ProgrammeContent>(key: Key, value: ProgrammeContent[Key]) =>
    change({ ...content, [key]: value });
  const years = [schoolYear];
  for (let year = schoolYear; years.length < YEARS_AHEAD; ) {
    year = nextSchoolYear(year);
    years.push(year);
  }
  const missing = missingIn(content);
  const passport = (name: keyof ProgrammeContent['passport'], label: string, type: 'text' | 'date' = 'text') => (
    <TextField
      label={label}
      name={`passport-${name}`}
      type={type}
      value={content.passport[name]}
      disabled={running}
      onChange={(event) => set('passport', { ...content.passport, [name]: event.target.value })}
    />
  );
  const analysis = (
    name: 'summary' | 'strengths' | 'weaknesses' | 'opportunities' | 'threats',
    label: string,
    hint?: string,
  ) => (
    <TextareaField
      label={label}
      name={`analysis-${name}`}
      rows={name === 'summary' ? 5 : 3}
      hint={hint}
      value={content.analysis[name]}
      disabled={running}
      onChange={(event) => set('analysis', { ...content.analysis, [name]: event.target.value })}
    />
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[14rem_1fr]">
      <nav aria-label="Разделы программы" data-print="none" className="lg:sticky lg:top-4">
        <SaveWords state={state} />
        <ol className="mt-3 space-y-1">
          {SECTIONS.map(({ key, label }) => {
            const faults = missing.filter(({ path }) => path === key).length;
            return (
              <li key={key}>
                <a href={`#${key}`} className="link">
                  {label}
                </a>
                {!running && faults > 0 ? <span className="text-sm text-warning"> не хватает: {faults}</span> : null}
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="min-w-0 space-y-6">
        <p className="hidden rounded-md border border-line p-4 scripting-none:block">
          Чтобы писать программу, включите в браузере JavaScript.
        </p>
        {conflicts.map((conflict) => (
          <Notice
            key={`${conflict.path} ${String(conflict.mine)}`}
            tone="warning"
            role="alert"
            title="Это поле одновременно изменили в другом окне"
          >
            <p>Сейчас сохранено: «{String(conflict.theirs ?? '')}»</p>
            <p>Вы написали: «{String(conflict.mine ?? '')}»</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="sm" onClick={() => settle(conflict, true)}>
                Записать моё
              </Button>
              <Button size="sm" variant="quiet" onClick={() => settle(conflict, false)}>
                Оставить сохранённое
              </Button>
            </div>
          </Notice>
        ))}
        <Panel id="passport" title="Паспорт">
          <div className="grid gap-4 sm:grid-cols-2">
            {passport('responsible', 'Ответственный (должность)')}
            {passport('basis', 'Основание')}
            {passport('orderNumber', 'Номер приказа школы')}
            {passport('orderDate', 'Дата приказа', 'date')}
            {passport('periodFrom', 'Начало', 'date')}
            {passport('periodTo', 'Конец', 'date')}
          </div>
        </Panel>
        <Panel id="analysis" title="Анализ" description="Без имён учеников и учителей.">
          <div className="space-y-4">
            {analysis('summary', 'Состояние школы', 'Что показали карта, обследование и профиль рисков.')}
            <div className="grid gap-4 sm:grid-cols-2">
              {analysis('strengths', 'Сильные стороны')}
              {analysis('weaknesses', 'Слабые стороны')}
              {analysis('opportunities', 'Возможности')}
              {analysis('threats', 'Угрозы')}
            </div>
            <LineList
              name="points"
              addLabel="Добавить балл"
              lines={content.analysis.points}
              change={(points) => set('analysis', { ...content.analysis, points })}
              blank={running ? null : () => ({ id: newId('p'), criterion: '', why: '' })}
              columns={[
                {
                  name: 'criterion',
                  label: 'Балл карты',
                  locked: running,
                  options: [
                    { value: '', label: 'выберите критерий' },
                    ...grounds.criteria.map(({ code, text }) => ({ value: code, label: `${code} — ${text}` })),
                  ],
                },
                { name: 'why', label: 'Почему так', kind: 'long', locked: running, className: 'w-full' },
              ]}
            />
          </div>
        </Panel>
        <Panel id="aims" title="Цели и задачи">
          <LineList
            name="aims"
            addLabel="Добавить цель"
            lines={content.aims}
            change={(aims) => set('aims', aims)}
            blank={running ? null : () => ({ id: newId('a'), text: '', tasks: '' })}
            columns={[
              { name: 'text', label: 'Цель', kind: 'long', locked: running, className: 'w-full' },
              {
                name: 'tasks',
                label: 'Задачи, каждая с новой строки',
                kind: 'long',
                locked: running,
                className: 'w-full',
              },
            ]}
          />
        </Panel>
        <Panel
          id="indicators"
          title="Показатели"
          description="База, план по годам и факт. Факт из данных портала подставляется сам."
        >
          <LineList
            name="indicators"
            addLabel="Добавить показатель"
            lines={content.indicators}
            change={(indicators) => set('indicators', indicators)}
            blank={running ? null : newIndicator}
            columns={[
              { name: 'title', label: 'Показатель', locked: running, className: 'min-w-64 flex-[2]' },
              { name: 'unit', label: 'Единица', locked: running, className: 'w-32' },
              {
                name: 'source',
                label: 'Откуда факт',
                locked: running,
                options: options(INDICATOR_SOURCES),
                className: 'w-64',
              },
            ]}
            more={(indicator, setLine) => (
              <IndicatorFigures indicator={indicator} years={years} facts={facts} running={running} set={setLine} />
            )}
          />
        </Panel>
        <Panel
          id="measures"
          title="Дорожная карта"
          description="Каждая мера следует из вывода, рекомендации или критерия."
        >
          <LineList
            name="measures"
            addLabel="Добавить меру"
            lines={content.measures}
            change={(measures) => set('measures', measures)}
            blank={running ? null : newMeasure}
            columns={[
              { name: 'title', label: 'Мера', locked: running, className: 'w-full' },
              { name: 'responsible', label: 'Ответственный (должность)', locked: running },
              { name: 'startsOn', label: 'Начало', kind: 'date', locked: running, className: 'w-40' },
              { name: 'endsOn', label: 'Срок', kind: 'date', locked: running, className: 'w-40' },
              { name: 'state', label: 'Состояние', options: options(MEASURE_STATES), className: 'w-44' },
              { name: 'evidence', label: 'Чем подтверждается', className: 'min-w-64 flex-1' },
            ]}
            more={(measure, setLine) => (
              <MeasureGrounds measure={measure} grounds={grounds} locked={running} set={setLine} />
            )}
          />
        </Panel>
        <Panel id="resources" title="Ресурсы">
          <LineList
            name="resources"
            addLabel="Добавить ресурс"
            lines={content.resources}
            change={(resources) => set('resources', resources)}
            blank={running ? null : () => ({ id: newId('r'), kind: '', text: '' })}
            columns={[
              { name: 'kind', label: 'Вид', locked: running, className: 'w-48' },
              { name: 'text', label: 'Что есть и чего не хватает', locked: running },
            ]}
          />
        </Panel>
        <Panel id="partners" title="Партнёры">
          <LineList
            name="partners"
            addLabel="Добавить партнёра"
            lines={content.partners}
            change={(partners) => set('partners', partners)}
            blank={running ? null : () => ({ id: newId('pt'), text: '' })}
            columns={[{ name: 'text', label: 'Кто и в чём помогает', locked: running }]}
          />
        </Panel>
        <Panel id="risks" title="Риски">
          <LineList
            name="risks"
            addLabel="Добавить риск"
            lines={content.risks}
            change={(risks) => set('risks', risks)}
            blank={running ? null : () => ({ id: newId('rk'), factor: '', text: '', response: '' })}
            columns={[
              {
                name: 'factor',
                label: 'Фактор',
                locked: running,
                className: 'w-64',
                options: factorOptions(programme),
              },
              { name: 'text', label: 'Что может помешать', locked: running },
              { name: 'response', label: 'Что сделаем', locked: running },
            ]}
          />
        </Panel>
        <Panel id="antiRisk" title="Антирисковые программы">
          <LineList
            name="antiRisk"
            addLabel="Добавить антирисковую программу"
            lines={content.antiRisk}
            change={(antiRisk) => set('antiRisk', antiRisk)}
            blank={running ? null : () => ({ id: newId('ar'), factor: '', aim: '', measures: '', result: '' })}
            columns={[
              {
                name: 'factor',
                label: 'Фактор',
                locked: running,
                className: 'w-64',
                options: factorOptions(programme),
              },
              { name: 'aim', label: 'Цель', locked: running },
              { name: 'measures', label: 'Меры', kind: 'long', locked: running, className: 'w-full' },
              { name: 'result', label: 'Ожидаемый результат', kind: 'long', locked: running, className: 'w-full' },
            ]}
          />
        </Panel>
        {decisions.length > 0 ? (
          <Panel title="Решение">
            <div className="flex flex-wrap gap-3">
              {decisions.map(({ label, send, variant }) => (
                <ActionForm key={label} send={whole(send)}>
                  <SubmitButton variant={variant} pendingText="Минуту…">
                    {label}
                  </SubmitButton>
                </ActionForm>
              ))}
            </div>
          </Panel>
        ) : null}
      </div>
    </div>
  );
}

const factorOptions = ({ grounds }: ProgrammeView) => [
  { value: '', label: 'свой фактор' },
  ...grounds.risks.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
];

const WORDS = {
  saved: { tone: 'success', text: 'Сохранено' },
  waiting: { tone: 'info', text: 'Сохраняем…' },
  saving: { tone: 'info', text: 'Сохраняем…' },
  offline: { tone: 'warning', text: 'Нет связи: текст хранится на этом компьютере и отправится сам' },
} as const;

function SaveWords({ state }: { state: SaveState }) {
  return (
    <p role="status" aria-live="polite">
      {state.kind === 'refused' ? (
        <Status tone="danger">{state.message}</Status>
      ) : (
        <Status tone={WORDS[state.kind].tone}>{WORDS[state.kind].text}</Status>
      )}
    </p>
  );
}
