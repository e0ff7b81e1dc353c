/** All files of tables that have no test of their own. */
import type { FileTable } from './file-table';
import { ANALYSIS_TABLES } from './file-tables-analysis';
import { DAILY_TABLES } from './file-tables-daily';
import { SUPPORT_TABLES } from './file-tables-support';

export const TABLES: readonly FileTable[] = [...SUPPORT_TABLES, ...ANALYSIS_TABLES, ...DAILY_TABLES];
