/** Files of results for the tests of imports, brought in as people do it, and what stands in force after them. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Viewer } from '@/lib/access/viewer';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { CriterionRule } from '@/lib/domain/evidence/rule';
import type { Outcome } from '@/lib/domain/failure';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { previewImport } from '@/lib/portal/imports/commands';
import type { ImportJson } from '@/lib/portal/imports/schema';
import type { TestDatabase } from '../harness/database';
import { INSTRUMENT, NOW, type SchoolWithCard, type Territory } from './card-world';

const FAILED: CriterionRule = {
  measure: 'OGE_RUSSIAN_FAILED_SHARE',
  comparison: { kind: 'FIXED', operator: '>=', value: 0.1 },
  minimumN: 5,
};

/** the results that the open campaign of the world counts */
export const YEAR = '2019-2020';

export const GIA_HEADER = 'Код школы;Учебный год;Экзамен;Предмет;Участников;«2»;«3»;«4»;«5»';

/** A line of ОГЭ: so many of 20 pupils failed. */
export const oge = ({ code }: { code: string }, failed: number, subject = 'Русский язык', year = YEAR) =>
  `${code};${year};ОГЭ;${subject};20;${failed};${20 - failed};0;0`;

export const csv = (header: string, ...lines: string[]) => `\ufeff${[header, ...lines].join('\r\n')}\r\n`;

/** The social passport of a school: 500 pupils. */
export const contextOf = ({ code }: { code: string }) =>
  csv('Код школы;Учебный год;Обучающихся;Классов;Смен', `${code};${YEAR};500;20;1`);

export interface Brought {
  kind?: ImportKind;
  municipalityId?: string;
  fileName?: string;
  schoolYear?: string;
}

/** Sends a file for a look. */
export function look(viewer: Viewer, contents: string | Uint8Array, more: Brought = {}): Promise<Outcome<ImportJson>> {
  const { kind = 'GIA_AGGREGATE', fileName = 'итоги.csv', schoolYear = YEAR, municipalityId } = more;
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  const upload = { fileName, announced: 0, contents: pieces(bytes) };
  return previewImport(viewer, { kind, schoolYear, municipalityId }, upload, NOW);
}

export async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function wasDone<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
}

/** A preview that must succeed. */
export async function looked(viewer: Viewer, contents: string | Uint8Array, more?: Brought): Promise<ImportJson> {
  return wasDone(await look(viewer, contents, more));
}

/** What is in force about a school: facts of all units, without order. */
export async function inForce(owner: PrismaClient, schoolId: string | null, kind = 'GIA_AGGREGATE') {
  const units = await owner.evidenceUnit.findMany({
    where: { schoolId, state: 'IN_FORCE', kind: kind as 'GIA_AGGREGATE' },
  });
  return units.flatMap(({ key, facts }) =>
    (facts as unknown as { subject?: string; n2?: number; source: { importId: string } }[]).map((fact) => ({
      key,
      ...fact,
    })),
  );
}

/** Every file in the storage, incoming ones as well. */
export async function filesOnDisk({ dataDirectory }: TestDatabase): Promise<string[]> {
  const folder = join(dataDirectory, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** A1 is answered from data: «да» when a tenth and more failed ОГЭ in Russian. */
export const RULED: InstrumentDefinition = {
  tables: INSTRUMENT.tables.map((table) => ({
    ...table,
    groups: table.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((criterion) =>
        criterion.code === 'A1' ? { ...criterion, rule: FAILED } : criterion,
      ),
    })),
  })),
};

/** The open campaign counts what data answer. */
export async function countComputed(owner: PrismaClient, { campaign }: Territory): Promise<void> {
  await owner.campaign.update({ where: { id: campaign.id }, data: { counts: 'COMPUTED' } });
}

/** The computed answer to A1 and the sum of a card. */
export async function computedOf(owner: PrismaClient, { cardId }: SchoolWithCard) {
  const card = await owner.card.findUniqueOrThrow({
    where: { id: cardId },
    include: { answers: { where: { criterion: { code: 'A1' } } } },
  });
  return { answer: card.answers[0]?.computedValue ?? null, sum: card.negativeSum };
}
