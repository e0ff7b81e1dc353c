import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { ImportView } from '@/lib/portal/imports/views';

export interface MappingFormProps {
  import: Pick<ImportView, 'mapping' | 'may'>;
  /** the fields of the kind, as its template names them */
  fields: readonly { field: string; header: string }[];
  send: ActionFormProps['send'];
}

/** What each column was taken for; it can be set right and remembered. */
export function MappingForm({ import: { mapping, may }, fields, send }: MappingFormProps) {
  const known = new Map(fields.map(({ field, header }) => [field, header]));
  const several = mapping.length > 1;
  let at = -1;
  return (
    <ActionForm send={send}>
      {mapping
        .filter(({ columns }) => columns.length > 0)
        .map(({ sheet, columns }) => (
          <Table key={sheet} caption={sheet ? `Столбцы листа «${sheet}»` : 'Столбцы'} captionHidden={!several}>
            <TableHead>
              <tr>
                <HeaderCell>Столбец</HeaderCell>
                <HeaderCell>Заголовок в файле</HeaderCell>
                <HeaderCell>Что он значит</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {columns.map(({ header, column, field }) => {
                at += 1;
                return (
                  <TableRow key={column}>
                    <Cell>{column}</Cell>
                    <RowHeader>{header}</RowHeader>
                    <Cell>
                      {may.change && (field === null || known.has(field)) ? (
                        <>
                          <input type="hidden" name={`header-${at}`} value={header} />
                          <input type="hidden" name={`was-${at}`} value={field ?? ''} />
                          <Select
                            name={`field-${at}`}
                            aria-label={`Что значит столбец «${header}»`}
                            defaultValue={field ?? ''}
                            className="min-w-36 sm:min-w-56"
                            options={[
                              { value: '', label: 'Пропустить' },
                              ...fields.map((one) => ({ value: one.field, label: one.header })),
                            ]}
                          />
                        </>
                      ) : field === null ? (
                        <span className="text-muted">пропущен</span>
                      ) : (
                        (known.get(field) ?? header)
                      )}
                    </Cell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        ))}
      {may.change ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 p-4 sm:px-5">
          {may.remember ? (
            <Checkbox name="remember" value="yes" defaultChecked label="Запомнить для следующих файлов" />
          ) : null}
          <SubmitButton variant="secondary" pendingText="Читаем файл заново…">
            Прочитать по этим столбцам
          </SubmitButton>
        </div>
      ) : null}
    </ActionForm>
  );
}
