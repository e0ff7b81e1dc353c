import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { ApiField } from '@/lib/portal/api-description/views';
import { ApiText, ComponentLink } from './api-text';

interface FieldTableProps {
  caption: string;
  fields: readonly ApiField[];
  /** says which may be left out: for what is sent */
  sent?: boolean;
}

/** Names, types and meanings of fields or parameters. */
export function FieldTable({ caption, fields, sent = false }: FieldTableProps) {
  return (
    <div className="rounded-md border border-line">
      <Table caption={caption} captionHidden={false}>
        <TableHead>
          <TableRow>
            <HeaderCell className="w-1/4">Имя</HeaderCell>
            <HeaderCell className="w-1/4">Вид</HeaderCell>
            <HeaderCell>Смысл</HeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field.name}>
              <RowHeader>
                <code>{field.name}</code>
                {sent && field.required ? (
                  <span className="block text-xs font-normal text-muted">обязательно</span>
                ) : null}
              </RowHeader>
              <Cell>{field.component ? <TypeWithLink field={field} name={field.component} /> : field.type}</Cell>
              <Cell className="min-w-60">
                <ApiText>{field.note}</ApiText>
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
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
