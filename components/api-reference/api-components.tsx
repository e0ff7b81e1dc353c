import { Panel } from '@/components/ui/panel';
import type { ApiComponent } from '@/lib/portal/api-description/views';
import { FieldTable } from './field-table';

/** Every thing that the API speaks of, with its fields. */
export function ApiComponents({ components }: { components: readonly ApiComponent[] }) {
  return (
    <Panel title="Поля ответов">
      <div className="space-y-8">
        {components.map(({ name, title, fields }) => (
          <section key={name} aria-labelledby={name} className="space-y-2">
            <h3 id={name} className="font-semibold">
              {title} <code className="text-sm font-normal text-muted">{name}</code>
            </h3>
            <FieldTable caption={`Поля: ${title}`} fields={fields} />
          </section>
        ))}
      </div>
    </Panel>
  );
}
