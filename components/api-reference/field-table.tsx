import type { ApiField } from '@/lib/portal/api-description/views';
import { ApiText, ComponentLink } from './api-text';

interface FieldTableProps {
  caption: string;
  /** tells equal captions apart when read aloud */
  about?: string;
  fields: readonly ApiField[];
  /** says which may not be left out: for what is sent */
  sent?: boolean;
}

/** Hundreds of rows stand on the page, so cells are dressed by their table and carry no classes of their own. */
const LOOK =
  'w-full text-left text-sm [&_caption]:px-3 [&_caption]:py-2 [&_caption]:text-left [&_caption]:font-semibold ' +
  '[&_:is(td,th)]:border-t [&_:is(td,th)]:border-line [&_:is(td,th)]:px-3 [&_:is(td,th)]:py-1.5 ' +
  '[&_:is(td,th)]:align-top [&_th]:font-medium [&_thead_th]:bg-quiet [&_thead_th]:font-semibold ' +
  '[&_td:last-child]:min-w-60 [&_small]:block [&_small]:text-xs [&_small]:font-normal [&_small]:text-muted';

/** Names, types and meanings of fields or parameters. */
export function FieldTable({ caption, about, fields, sent = false }: FieldTableProps) {
  return (
    <section
      aria-label={about ? `${caption}: ${about}` : caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line"
    >
      <table className={LOOK}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-1/4">
              Имя
            </th>
            <th scope="col" className="w-1/4">
              Вид
            </th>
            <th scope="col">Смысл</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <code>{field.name}</code>
                {sent && field.required ? <small>обязательно</small> : null}
              </th>
              <td>{field.component ? <TypeWithLink field={field} name={field.component} /> : field.type}</td>
              <td>
                <ApiText>{field.note}</ApiText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** «список: Card», with the name as a link. */
function TypeWithLink({ field, name }: { field: ApiField; name: string }) {
  return (
    <>
      {field.type.slice(0, field.type.lastIndexOf(name))}
      <ComponentLink name={name} />
    </>
  );
}
