import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import type { ApiReference } from '@/lib/portal/api-description/views';
import { ApiText, ComponentLink } from './api-text';
import { ContentsList } from './contents-list';

/** What holds for the whole API, and where each address is described. */
export function ApiContents({ reference, start }: { reference: ApiReference; start: ReactNode }) {
  return (
    <div className="space-y-6">
      <Panel title="С чего начать">{start}</Panel>
      <Panel title="Общие правила">
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
      <Panel title="Адреса">
        <ContentsList groups={reference.groups} />
        <p className="mt-6">
          <a href="/settings/api/data" className="link">
            Что означают поля ответов
          </a>
        </p>
      </Panel>
    </div>
  );
}
