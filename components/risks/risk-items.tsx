import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { SIGNIFICANCES } from '@/lib/domain/support/risk';
import type { RiskItemView, RiskProfileView } from '@/lib/portal/risks/views';
import { SignificanceMark } from './significance';

/** One factor for МОЦ: significance, what shows it, whether a programme is made against it. */
export function RiskItemFields({ item, findings }: { item: RiskItemView; findings: RiskProfileView['findings'] }) {
  const { code, title } = item.factor;
  return (
    <fieldset className="space-y-3 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full font-semibold">
        {code}. {title}
      </legend>
      <Proposal item={item} />
      <input type="hidden" name="factor" value={code} />
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        <SelectField
          label="Значимость"
          name={`significance-${code}`}
          defaultValue={item.significance}
          options={Object.entries(SIGNIFICANCES).map(([value, label]) => ({ value, label }))}
        />
        <TextareaField
          label="В чём видно"
          name={`evidence-${code}`}
          rows={2}
          defaultValue={item.evidence}
          hint="Без имён учеников."
        />
      </div>
      {item.criteria.map((criterion) => (
        <input key={criterion} type="hidden" name={`criteria-${code}`} value={criterion} />
      ))}
      {findings.length > 0 ? (
        <details open={item.findingIds.length > 0}>
          <summary className="link w-fit cursor-pointer text-sm">Выводы обследования, которые это показывают</summary>
          {findings.map(({ id, text }) => (
            <Checkbox
              key={id}
              name={`findings-${code}`}
              value={id}
              label={text}
              defaultChecked={item.findingIds.includes(id)}
            />
          ))}
        </details>
      ) : null}
      <Checkbox name={`chosen-${code}`} value="yes" label="Нужна антирисковая программа" defaultChecked={item.chosen} />
      <Opinion item={item} />
    </fieldset>
  );
}

/** One factor for the school that is asked. */
export function OpinionFields({ item }: { item: RiskItemView }) {
  const { code, title } = item.factor;
  return (
    <fieldset className="space-y-3 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full font-semibold">
        {code}. {title}
      </legend>
      <RiskReading item={item} />
      <input type="hidden" name="factor" value={code} />
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        <SelectField
          label="Школа"
          name={`opinion-${code}`}
          defaultValue={item.opinion ?? ''}
          options={[
            { value: '', label: 'не ответили' },
            { value: 'AGREES', label: 'согласна' },
            { value: 'DISAGREES', label: 'не согласна' },
          ]}
        />
        <TextareaField
          label="Пояснение"
          id={`text-${code}`}
          name={`text-${code}`}
          rows={2}
          optional
          defaultValue={item.opinionText}
        />
      </div>
    </fieldset>
  );
}

/** One factor for reading. */
export function RiskReading({ item, withTitle }: { item: RiskItemView; withTitle?: boolean }) {
  const { code, title } = item.factor;
  return (
    <div className={withTitle ? 'border-t border-line pt-3' : undefined}>
      {withTitle ? (
        <h3 className="font-semibold">
          {code}. {title}
        </h3>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <SignificanceMark value={item.significance} look="badge" />
        {item.chosen ? <Status tone="accent">антирисковая программа</Status> : null}
        {item.criteria.length > 0 ? (
          <span className="text-sm text-muted">критерии {item.criteria.join(', ')}</span>
        ) : null}
      </p>
      {item.evidence ? <p className="mt-1 max-w-prose whitespace-pre-line">{item.evidence}</p> : null}
      {withTitle ? <Opinion item={item} /> : null}
    </div>
  );
}

function Proposal({ item: { proposal } }: { item: RiskItemView }) {
  return (
    <p className="text-sm text-muted">
      {proposal
        ? `Предложение портала: ${SIGNIFICANCES[proposal.significance]} — баллы по ${proposal.withPoints.length} из ${proposal.of} критериев, которые указывают на этот фактор.`
        : 'Карта об этом факторе не говорит: оцените по обследованию.'}
    </p>
  );
}

function Opinion({ item: { opinion, opinionText } }: { item: RiskItemView }) {
  if (opinion === null) return null;
  return (
    <p className="mt-1 text-sm">
      <Status tone={opinion === 'AGREES' ? 'success' : 'warning'} look="line">
        {opinion === 'AGREES' ? 'Школа согласна' : 'Школа не согласна'}
      </Status>
      {opinionText ? ` — ${opinionText}` : ''}
    </p>
  );
}
