import type { MatrixRow } from '@/lib/portal/failure-matrix/views';

/** Schools that have not sent their matrix come first. */
export const byMatrixStatus = (rows: readonly MatrixRow[]): MatrixRow[] =>
  [...rows].sort((one, other) => one.status.localeCompare(other.status));
