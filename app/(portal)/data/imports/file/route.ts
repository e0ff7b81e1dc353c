import { dayCell, type RowColumn, tableFile, tableOf, WHOLE_LIST } from '@/app/(portal)/table-file';
import { importStatusWords } from '@/components/imports/import-words';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { importRows } from '@/lib/portal/imports/queries';
import { importListQuerySchema } from '@/lib/portal/imports/schema';
import type { ImportRow } from '@/lib/portal/imports/views';

/** Files of results that were brought in, `?format=csv|xlsx&kind=&schoolYear=&status=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked) => {
    const query = importListQuerySchema.safeParse(asked).data ?? importListQuerySchema.parse({});
    const imports = await importRows(viewer, { ...query, ...WHOLE_LIST });
    return imports.ok ? done(tableOf('Загрузки', imports.value.items, COLUMNS)) : imports;
  });
}

const COLUMNS: readonly RowColumn<ImportRow>[] = [
  { header: 'Файл', width: 40, of: (row) => row.fileName },
  { header: 'Что в нём', width: 30, of: (row) => importKindName(row.kind) },
  {
    header: 'Чей',
    width: 30,
    of: ({ schoolName, municipalityName }) =>
      schoolName ?? (municipalityName ? capitalised(municipalityName) : 'Весь регион'),
  },
  { header: 'Учебный год', of: (row) => formatSchoolYear(row.schoolYear) },
  { header: 'Строк', format: 'integer', of: (row) => row.rows },
  { header: 'Принято', format: 'integer', of: (row) => row.accepted },
  { header: 'Ошибок', format: 'integer', of: (row) => row.errorCount },
  { header: 'Кто загрузил', width: 30, of: (row) => row.createdBy },
  { header: 'Загружен', of: (row) => dayCell(row.createdAt) },
  { header: 'Состояние', width: 16, of: (row) => importStatusWords[row.status] },
  { header: 'Применена', of: (row) => dayCell(row.appliedAt) },
];
