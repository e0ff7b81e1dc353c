/**
 * The refusal of a whole file, thrown out of the depth of a stream and turned into an Outcome at the one door
 * (`readEvidence`, `markedFile`). It never leaves this folder.
 */
import type { Failure, FailureCode } from '@/lib/domain/failure';
import { formatNumber } from '@/lib/domain/russian';
import { MOST_CELL_LENGTH, MOST_COLUMNS, MOST_ROWS, MOST_USED_COLUMNS } from './limits';

export class Refusal extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, detail: string, extra?: Record<string, unknown>) {
    super(detail);
    this.failure = extra ? { code, detail, extra } : { code, detail };
  }
}

export const tooLargeFile = () =>
  new Refusal('TOO_LARGE', 'Файл больше 25 МБ. Разделите его на несколько или удалите лишние листы и картинки.');
export const tooLargeUnpacked = () =>
  new Refusal(
    'TOO_LARGE',
    'Файл после распаковки слишком велик. Оставьте в нём только лист с данными и сохраните снова.',
  );
export const brokenWorkbook = () =>
  new Refusal('UNSUPPORTED_TYPE', 'Файл xlsx повреждён. Откройте его в Excel, сохраните и загрузите снова.');
export const brokenSheet = (sheet: string) =>
  new Refusal('INVALID', `Лист «${sheet}» повреждён и не дочитан. Откройте файл в Excel, сохраните и загрузите снова.`);
export const withMacros = () =>
  new Refusal(
    'UNSUPPORTED_TYPE',
    'В файле есть макросы или вложенные объекты. Сохраните его как «Книга Excel (.xlsx)» без макросов.',
  );
export const notATable = () =>
  new Refusal(
    'UNSUPPORTED_TYPE',
    'Это не таблица. Портал читает xlsx и csv: сохраните файл в Excel как «Книга Excel (.xlsx)» и загрузите снова.',
  );
export const tooManyRows = () =>
  new Refusal('TOO_LARGE', `В файле больше ${formatNumber(MOST_ROWS)} строк с данными. Разделите его на несколько.`);
export const tooManyColumns = () =>
  new Refusal(
    'TOO_LARGE',
    `В таблице заполнено больше ${formatNumber(MOST_USED_COLUMNS)} столбцов. Удалите лишние столбцы и сохраните снова.`,
  );
export const columnsBeyondTheLast = () =>
  new Refusal('TOO_LARGE', `В строке больше ${formatNumber(MOST_COLUMNS)} столбцов. Проверьте, таблица ли это.`);
export const tooLongCell = (where: string) =>
  new Refusal(
    'TOO_LARGE',
    `${where} длиннее ${formatNumber(MOST_CELL_LENGTH)} знаков. Проверьте, всё ли в порядке с кавычками и текстом.`,
  );
