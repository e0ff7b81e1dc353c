/** Demonstration files with one cell changed, brought in and taken back as people do it. */
import type { Viewer } from '@/lib/access/viewer';
import { applyImport, previewImport, undoImport } from '@/lib/portal/imports/commands';
import type { DemoFile } from '@/prisma/demo/files/demo-file';
import { demoFiles } from '@/prisma/demo/load-files';
import { CITY_HEAD } from '@/prisma/demo/people';
import { randomSource } from '@/prisma/demo/random';
import { DEMONSTRATION_SEED } from '@/prisma/demo/region';
import { demoSchools, schoolLogins } from '@/prisma/demo/school-changes';
import { municipalityByCode, REGION } from '@/prisma/demo/territory';
import { Evidence } from './evidence';
import { type FileRow, fileRows } from './file-rows';

export interface DemonstrationEvidence {
  files: { file: DemoFile; rows: FileRow[] }[];
  evidence: Evidence;
}

/** Which cell: of the school's first line that has these words. */
export interface Change {
  kind: string;
  year: string;
  school: string;
  header: string;
  where?: Readonly<Record<string, string>>;
}

const NOW = new Date('2020-10-05T09:00:00Z');
const SMOLENSK = municipalityByCode('smolensk');

function cityHead(): Viewer {
  const { accountId, email, name } = CITY_HEAD;
  const place = { regionId: REGION.id, municipalityId: SMOLENSK.id, schoolId: null, municipalityIds: [SMOLENSK.id] };
  return { accountId, email, name, role: 'MOC_HEAD', ...place, preferences: {} };
}

export async function demonstrationEvidence(): Promise<DemonstrationEvidence> {
  const logins = schoolLogins(demoSchools(randomSource(DEMONSTRATION_SEED)));
  const codeOf = new Map([...logins].map(([code, login]) => [login, code]));
  const read = async (file: DemoFile) => ({ file, rows: await fileRows(file, codeOf) });
  const files = await Promise.all((await demoFiles()).map(read));
  return { files, evidence: new Evidence(files.flatMap(({ rows }) => rows)) };
}

/** The file with the cell changed and what the files say together then. */
export interface ChangedCopy {
  kind: DemoFile['kind'];
  year: string;
  fileName: string;
  contents: Uint8Array;
  evidence: Evidence;
}

/** `value`: what stands in the cell from now on. A city's file is copied whole, of a region's the school's lines. */
export function changedCopy(
  all: DemonstrationEvidence,
  { kind, year, school, header, where = {} }: Change,
  value: number,
): ChangedCopy {
  const found = all.files.find(({ rows }) => rows.some((row) => isMeant(row)));
  const row = found?.rows.find((candidate) => isMeant(candidate));
  function isMeant(candidate: FileRow): boolean {
    const named = candidate.kind === kind && candidate.year === year && candidate.school === school;
    return named && Object.entries(where).every(([column, text]) => candidate.cells.get(column) === text);
  }
  if (!found || !row) throw new Error(`no line of ${school} in ${kind} of ${year}`);
  const changed: FileRow = { ...row, cells: new Map([...row.cells, [header, String(value)]]) };
  const replaced = (rows: readonly FileRow[]) => rows.map((candidate) => (candidate === row ? changed : candidate));
  const rows = replaced(found.rows).filter((line) => found.file.municipality !== null || line.school === school);
  const lines = [[...row.cells.keys()], ...rows.map(({ cells }) => [...cells.values()])];
  return {
    ...{ kind: found.file.kind, year, fileName: `Исправлено, ${found.file.fileName.replace(/\.\w+$/, '.csv')}` },
    contents: new TextEncoder().encode(lines.map((line) => `${line.join(';')}\r\n`).join('')),
    evidence: new Evidence(all.files.flatMap(({ rows: theirs }) => replaced(theirs))),
  };
}

/** Looked at and applied by the city's centre, the cards computed anew at once. */
export async function bringIn({ kind, year, fileName, contents }: ChangedCopy) {
  const input = { kind, schoolYear: year, municipalityId: SMOLENSK.id };
  async function* pieces() {
    yield contents;
  }
  const preview = await previewImport(cityHead(), input, { fileName, announced: 0, contents: pieces() }, NOW);
  if (!preview.ok) throw new Error(preview.failure.detail);
  const applied = await applyImport(cityHead(), preview.value.id, NOW);
  if (!applied.ok) throw new Error(applied.failure.detail);
  return { ...applied.value, errors: preview.value.errors };
}

export async function takeBack(importId: string): Promise<void> {
  const undone = await undoImport(cityHead(), importId, NOW);
  if (!undone.ok) throw new Error(undone.failure.detail);
}
