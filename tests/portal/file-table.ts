/** A file of a table with what its page asks for: who may have it, in which order its rows stand. */
import type { Viewer } from '@/lib/access/viewer';
import type { PrismaClient } from '@/lib/db/generated/client';

export interface People {
  /** of the city of Смоленск */
  head: Viewer;
  region: Viewer;
  admin: Viewer;
  /** of the city's first school */
  principal: Viewer;
  /** the head of another municipality */
  foreign: Viewer;
}

type Query = Record<string, string>;

export interface FileTable {
  name: string;
  route: (request: Request, context: { params: Promise<never> }) => Promise<Response>;
  /** the one part of its address, where it has one */
  params?: (viewer: Viewer, people: People, owner: PrismaClient) => Promise<Query>;
  /** the column that `rows` is compared with; 0 unless told */
  column?: number;
  /** conditions under which the page is looked at, with what it shows in that column */
  asked: { query: Query; who: keyof People; rows: (viewer: Viewer, query: Query, id: string) => Promise<string[]> }[];
  /** what the others are answered under the first conditions */
  others: Partial<Record<keyof People, number>>;
}

export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
