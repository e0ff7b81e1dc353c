import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { type ObjectivitySettings, SETTING_DEFINITIONS, SETTING_UNIT_NAMES } from '@/lib/domain/objectivity/settings';
import { typeset } from '@/lib/domain/russian';
import { writtenSetting } from './written-setting';

/** Every constant in force beside that of the portal, with whose number it is. */
export function SettingsTable({ values }: { values: ObjectivitySettings }) {
  return (
    <Table caption="Постоянные признаков">
      <TableHead>
        <tr>
          <HeaderCell>Признак</HeaderCell>
          <HeaderCell>Постоянная</HeaderCell>
          <HeaderCell numeric>Действует</HeaderCell>
          <HeaderCell numeric>По умолчанию</HeaderCell>
          <HeaderCell>Единица</HeaderCell>
          <HeaderCell>На чём основана</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {SETTING_DEFINITIONS.map(({ key, sign, name, unit, value, basis }) => (
          <TableRow key={key} marked={values[key] !== value}>
            <Cell className="whitespace-nowrap">{sign ?? 'все'}</Cell>
            <RowHeader>{typeset(name)}</RowHeader>
            <Cell numeric className={values[key] === value ? undefined : 'font-semibold'}>
              {writtenSetting(values[key])}
            </Cell>
            <Cell numeric>{writtenSetting(value)}</Cell>
            <Cell>{SETTING_UNIT_NAMES[unit]}</Cell>
            <Cell className="text-muted">{typeset(basis)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
