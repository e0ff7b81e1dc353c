/** The evidence pack for the outside assessment of municipal mechanisms: a docx with attachments, the same bytes each time. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { LinkKind } from '@/lib/domain/aims/positions';
import { done, type Outcome } from '@/lib/domain/failure';
import { reportDocx } from '@/lib/exchange/report-docx';
import { steadyOffice, steadyZip, ZIP } from '@/lib/exchange/steady-zip';
import { type ExportTable, tableAsCsv } from '@/lib/exchange/table-export';
import { examinationAct } from '@/lib/portal/examinations/queries';
import { readFile } from '@/lib/work/storage';
import { cycleView } from './cycle';
import { lastChange, packDocument } from './pack-document';
import type { AimsQuery } from './schema';
import type { CycleView, PackAttachment } from './views';

export interface PackFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** More than a letter or a form of an assessment takes; what is over stays in the portal, and the pack says so. */
const MOST_BYTES = 100 * 1024 * 1024;
/** characters; a system may take 255 bytes, and a Russian letter is two */
const MOST_NAME = 110;

export async function evidencePack(viewer: Viewer, asked: AimsQuery): Promise<Outcome<PackFile>> {
  const cycle = await cycleView(viewer, asked);
  if (!cycle.ok) return cycle;
  const { place } = cycle.value;
  const attached = await attachmentsOf(viewer, cycle.value);
  const document = packDocument(cycle.value, attached.list, attached.leftOut);
  const docx = steadyOffice(await reportDocx(document), lastChange(cycle.value));
  const name = `Управленческий цикл ${place.municipality} ${place.schoolYear}`;
  const files = { [`${name}.docx`]: docx, ...attached.files };
  const bytes = steadyZip({ ...files, 'Опись.csv': new TextEncoder().encode(tableAsCsv(inventoryOf(files))) });
  return done({ name: `${name}.zip`, mediaType: ZIP, bytes });
}

/** Every file with its size and checksum: whoever received the archive can see that nothing was changed on the way. */
function inventoryOf(files: Readonly<Record<string, Uint8Array>>): ExportTable {
  return {
    title: 'Опись',
    columns: [{ header: 'Файл' }, { header: 'Размер, байт', format: 'integer' }, { header: 'SHA-256' }],
    rows: Object.entries(files).map(([path, bytes]) => [
      ...[path, bytes.length],
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  };
}

interface Source {
  title: string;
  name: string;
  /** bytes; unknown before it is made */
  size: number | null;
  /** null: it is no longer there */
  read: () => Promise<Uint8Array | null>;
}

/** Files of the positions, the newest texts of the linked documents, the acts of the linked examinations, numbered. */
async function attachmentsOf(viewer: Viewer, cycle: CycleView) {
  const files: Record<string, Uint8Array> = {};
  const list: PackAttachment[] = [];
  const leftOut: string[] = [];
  let left = MOST_BYTES;
  for (const { title, name, size, read } of [...(await storedOf(viewer, cycle)), ...actsOf(viewer, cycle)]) {
    const bytes = size === null || size <= left ? await read() : null;
    if (!bytes || bytes.length > left) {
      leftOut.push(title);
      continue;
    }
    left -= bytes.length;
    const number = String(list.length + 1).padStart(2, '0');
    const path = `Приложения/${number} ${fileName(name)}`;
    files[path] = bytes;
    list.push({ path, title });
  }
  return { files, list, leftOut };
}

/** A name that any system unpacks: without forbidden characters, the middle of a long one left out. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return plain.length <= MOST_NAME ? plain : `${plain.slice(0, MOST_NAME - 20)}…${plain.slice(-19)}`;
}

const linkedIds = ({ positions }: CycleView, kind: LinkKind): string[] => [
  ...new Set(
    positions.flatMap(({ links }) =>
      links.filter(({ type, href }) => type === kind && href !== null).map(({ id }) => id),
    ),
  ),
];

async function storedOf(viewer: Viewer, cycle: CycleView): Promise<Source[]> {
  const fileIds = cycle.positions.flatMap(({ files }) => files.map(({ id }) => id));
  const rows = await forViewer(viewer, async (db) => {
    const own = await db.supportFile.findMany({ where: { id: { in: fileIds } }, orderBy: { id: 'asc' } });
    const texts = await db.documentFile.findMany({
      where: { documentId: { in: linkedIds(cycle, 'document') } },
      distinct: ['documentId'],
      orderBy: [{ documentId: 'asc' }, { number: 'desc' }],
      include: { document: { select: { title: true } } },
    });
    return [
      ...own.map((file) => ({ ...file, title: file.name })),
      ...texts.map((file) => ({ ...file, title: file.document.title })),
    ];
  });
  return rows.map(({ title, name, size, storageKey }) => ({
    ...{ title, name, size },
    read: async () => {
      const contents = await readFile(storageKey);
      return contents && new Uint8Array(await buffer(contents));
    },
  }));
}

function actsOf(viewer: Viewer, cycle: CycleView): Source[] {
  const madeAt = lastChange(cycle);
  const links = cycle.positions.flatMap((position) => position.links);
  return linkedIds(cycle, 'examination')
    .map((id) => ({ id, title: links.find((link) => link.id === id)?.title ?? '' }))
    .sort((one, other) => one.title.localeCompare(other.title, 'ru', { numeric: true }))
    .map(({ id, title }) => ({
      ...{ title: `Акт: ${title}`, name: `Акт. ${title}.docx`, size: null },
      read: async () => {
        const act = await examinationAct(viewer, id, madeAt);
        return act.ok ? steadyOffice(act.value.bytes, madeAt) : null;
      },
    }));
}
