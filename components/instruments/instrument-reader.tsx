import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import type { CriterionDefinition, InstrumentDefinition } from '@/lib/domain/instrument';
import { NO_VALUE } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { APPLICABILITY_NAMES, ruleInWords, TYPE_NAMES } from './instrument-words';

/** All that a version asks and why, to be read. */
export function InstrumentReader({ definition }: { definition: InstrumentDefinition }) {
  let number = 0;
  return (
    <div className="space-y-8">
      {definition.tables.map((table) => (
        <section key={table.code} className="space-y-4">
          <div className="border-b-2 border-accent pb-2">
            <h2 className="text-xl font-semibold">{table.title}</h2>
            <p className="text-sm text-muted">По ней строится список: {TRACK_NAMES[table.track].toLowerCase()}</p>
          </div>
          {table.groups.map((group) => (
            <Panel key={group.code} level={3} title={group.title} padding="flush">
              <ol className="divide-y divide-line border-t border-line">
                {group.criteria.map((criterion) => {
                  number += 1;
                  return <ReadCriterion key={criterion.code} criterion={criterion} number={number} />;
                })}
              </ol>
            </Panel>
          ))}
        </section>
      ))}
    </div>
  );
}

function ReadCriterion({ criterion, number }: { criterion: CriterionDefinition; number: number }) {
  return (
    <li className="flex gap-3 px-4 py-3 sm:px-5">
      <span aria-hidden className="w-7 shrink-0 text-right text-muted tabular-nums">
        {number}.
      </span>
      <div className="min-w-0 flex-1">
        <p>{criterion.text}</p>
        <p className="mt-0.5 text-sm text-muted">
          {TYPE_NAMES[criterion.type]}
          {criterion.type === 'SIGN_COUNT' ? `: ${criterion.signs.length}` : ''} ·{' '}
          {APPLICABILITY_NAMES[criterion.applicability]}
        </p>
        {criterion.purpose === '' ? (
          <Status tone="warning" look="line">
            Нет основания или цели
          </Status>
        ) : null}
        <details className="mt-1">
          <summary className="link inline-block text-sm">
            Подробнее<span className="sr-only">: критерий {number}</span>
          </summary>
          {criterion.signs.length > 0 ? (
            <div className="mt-3">
              <p className="text-sm text-muted">Признаки</p>
              <ol className="mt-1 space-y-1.5">
                {criterion.signs.map((sign) => (
                  <li key={sign.code} className="grid grid-cols-[2.5rem_1fr]">
                    <span className="text-sm break-all text-muted">{sign.code}</span>
                    <span>
                      {sign.text}
                      {sign.help ? <span className="block text-sm text-muted">{sign.help}</span> : null}
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          ) : null}
          <DescriptionList
            className="mt-2 max-w-4xl text-sm"
            items={[
              { term: 'Основание или цель', value: criterion.purpose || NO_VALUE },
              { term: 'Пояснение для директора', value: criterion.help || NO_VALUE },
              { term: 'Порог словами', value: criterion.threshold || NO_VALUE },
              { term: 'Чем подтверждается', value: criterion.evidence || NO_VALUE },
              { term: 'Ответ по данным', value: ruleInWords(criterion.rule) },
              { term: 'Источник критерия', value: criterion.source || NO_VALUE },
              { term: 'Код', value: criterion.code },
              {
                term: 'Ответ прошлого года',
                value: criterion.stable ? 'переносится с пометкой «проверьте»' : 'не переносится',
              },
            ]}
          />
        </details>
      </div>
    </li>
  );
}
