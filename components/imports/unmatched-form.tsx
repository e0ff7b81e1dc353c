import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';

export interface UnmatchedFormProps {
  import: Pick<ImportView, 'unmatched' | 'schoolChoices' | 'may'>;
  send: ActionFormProps['send'];
}

/** Schools that were not recognised, each with the most similar ones to choose from. */
export function UnmatchedForm({ import: { unmatched, schoolChoices, may }, send }: UnmatchedFormProps) {
  return (
    <ActionForm send={send}>
      <Table caption="Школы, которые портал не узнал">
        <TableHead>
          <tr>
            <HeaderCell>В файле</HeaderCell>
            <HeaderCell numeric>Строк</HeaderCell>
            <HeaderCell>Какая это школа</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {unmatched.map(({ text, rows, reason, candidates, chosen, alias }, at) => {
            const similar = new Set(candidates.map(({ schoolId }) => schoolId));
            const others = schoolChoices.filter(({ id }) => !similar.has(id));
            return (
              <TableRow key={text}>
                <RowHeader>
                  {text}
                  {reason ? <span className="block max-w-md font-normal text-muted">{reason}</span> : null}
                </RowHeader>
                <Cell numeric>{formatNumber(rows)}</Cell>
                <Cell>
                  {may.change && alias ? (
                    <>
                      <input type="hidden" name={`text-${at}`} value={text} />
                      <Select
                        name={`school-${at}`}
                        aria-label={`Школа для «${text}»`}
                        defaultValue={chosen ?? ''}
                        className="min-w-36 sm:min-w-56"
                      >
                        <option value="">Не загружать</option>
                        {candidates.length > 0 ? (
                          <optgroup label="Похожие">
                            {candidates.map(({ schoolId, name }) => (
                              <option key={schoolId} value={schoolId}>
                                {name}
                              </option>
                            ))}
                          </optgroup>
                        ) : null}
                        {others.length > 0 ? (
                          <optgroup label="Все школы">
                            {others.map(({ id, name }) => (
                              <option key={id} value={id}>
                                {name}
                              </option>
                            ))}
                          </optgroup>
                        ) : null}
                      </Select>
                    </>
                  ) : (
                    (candidates.find(({ schoolId }) => schoolId === chosen)?.name ?? 'не загружается')
                  )}
                </Cell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      {may.change ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 p-4 sm:px-5">
          {may.remember ? (
            <Checkbox name="remember" value="yes" defaultChecked label="Запомнить для следующих файлов" />
          ) : null}
          <SubmitButton variant="secondary" pendingText="Читаем файл заново…">
            Сохранить выбор
          </SubmitButton>
        </div>
      ) : null}
    </ActionForm>
  );
}
