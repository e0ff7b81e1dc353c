import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import type { ApiReference as Reference } from '@/lib/portal/api-description/views';
import { ApiText, ComponentLink } from './api-text';
import { ContentsList } from './contents-list';
import { FieldTable } from './field-table';
import { OperationSection } from './operation-section';

/** The whole description of the API on one page: rules, contents, every address, every thing it speaks of. */
export function ApiReference({ reference, start }: { reference: Reference; start: ReactNode }) {
  return (
    <div className="space-y-6">
      <Panel title="С чего начать" id="section-start">
        {start}
      </Panel>
      <Panel title="Общие правила" id="section-rules">
        <ul className="max-w-3xl list-disc space-y-2 pl-5">
          {reference.introduction.map((rule) => (
            <li key={rule}>
              <ApiText>{rule}</ApiText>
            </li>
          ))}
        </ul>
        <p className="mt-3 max-w-3xl">
          Вид отказа — <ComponentLink name="Problem" />.
        </p>
      </Panel>
      <Panel title="Адреса" id="section-contents">
        <ContentsList groups={reference.groups} />
      </Panel>
      {reference.groups.map((group) => (
        <Panel key={group.code} id={`group-${group.code}`} title={group.title} description={group.about}>
          <div className="space-y-8">
            {group.operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </div>
        </Panel>
      ))}
      <Panel title="Данные" id="section-data" description="Что означают поля ответов.">
        <div className="space-y-8">
          {reference.components.map((component) => (
            <section key={component.name} aria-labelledby={component.name} className="space-y-2">
              <h3 id={component.name} className="font-semibold">
                {component.title} <code className="text-sm font-normal text-muted">{component.name}</code>
              </h3>
              <FieldTable caption={`Поля: ${component.title}`} fields={component.fields} />
            </section>
          ))}
        </div>
      </Panel>
    </div>
  );
}
