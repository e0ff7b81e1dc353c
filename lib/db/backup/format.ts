import type { BackedUpTable } from './tables';

/**
 * A backup is a gzipped tar: manifest.json, tables/NAME.copy (text of PostgreSQL's COPY, so that it can be read without
 * this program), files/… as uploaded, complete.json at the end.
 */
export interface Manifest {
  format: 1;
  madeAt: string;
  /** names and checksums of the migrations that the tables were made by */
  migrations: { name: string; checksum: string }[];
  /** in the order in which they can be filled */
  tables: BackedUpTable[];
  /** last values of the sequences, by name */
  sequences: Record<string, string>;
}

/** The last entry: without it the backup was cut off. */
export interface Complete {
  rows: Record<string, number>;
  files: number;
}

export const MANIFEST = 'manifest.json';
export const COMPLETE = 'complete.json';
export const TABLES = 'tables/';
export const FILES = 'files/';
export const TABLE_SUFFIX = '.copy';
