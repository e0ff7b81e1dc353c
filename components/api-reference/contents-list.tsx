import type { ApiGroup } from '@/lib/portal/api-description/views';
import { MethodName } from './method-name';

/** Every address by aggregate, each leading to its place on the aggregate's page. */
export function ContentsList({ groups }: { groups: readonly ApiGroup[] }) {
  return (
    <nav aria-label="Адреса API" className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      {groups.map((group) => (
        <section key={group.code} data-print="whole">
          <h3 className="font-semibold">
            <a href={`/settings/api/${group.code}`} className="link-quiet">
              {group.title}
            </a>
          </h3>
          <ul className="mt-1 space-y-1 text-sm">
            {group.operations.map((operation) => (
              <li key={operation.id} className="flex flex-wrap gap-x-2">
                <a href={`/settings/api/${group.code}#${operation.id}`} className="link-quiet">
                  {operation.summary}
                </a>
                <span className="text-muted">
                  <MethodName method={operation.method} />{' '}
                  <code className="break-all">{operation.path.replace('/api/v1', '')}</code>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
