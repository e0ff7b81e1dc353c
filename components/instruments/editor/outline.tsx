import type { EditedInstrument } from './edited-instrument';

/** The tables and groups of the card with the numbers of their criteria, to jump there. */
export function Outline({ instrument }: { instrument: EditedInstrument }) {
  return (
    <ul className="space-y-3 text-sm">
      {instrument.children.map((table) => (
        <li key={table.key}>
          <a href={`#${table.key}`} className="font-medium text-ink no-underline hover:text-accent hover:underline">
            {table.data.title || 'Таблица без названия'}
          </a>
          <ul className="mt-1 border-l border-line">
            {table.children.map((group) => (
              <li key={group.key}>
                <a
                  href={`#${group.key}`}
                  className="flex items-baseline justify-between gap-2 py-1 pl-3 text-muted no-underline hover:text-accent hover:underline"
                >
                  <span className="min-w-0">{group.data.title || 'Группа без названия'}</span>
                  <span className="tabular-nums">{group.children.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
