/** The evidence pack for the outside assessment of municipal mechanisms: a docx with attachments, the same bytes each time. */
import { buffer } from 'node:stream/consumers';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { reportDocx } from '@/lib/exchange/report-docx';
import { steadyOffice, steadyZip, ZIP } from '@/lib/exchange/steady-zip';
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

export async function evidencePack(viewer: Viewer, asked: AimsQuery): Promise<Outcome<PackFile>> {
  const cycle = await cycleView(viewer, asked);
  if (!cycle.ok) return cycle;
  const { place } = cycle.value;
  const attached = await attachmentsOf(viewer, cycle.value);
  const document = packDocument(cycle.value, attached.list, attached.leftOut);
  const docx = steadyOffice(await reportDocx(document), lastChange(cycle.value));
  const name = `Управленческий цикл ${place.municipality} ${place.schoolYear}`;
  const bytes = steadyZip({ [`${name}.docx`]: docx, ...attached.files });
  return done({ name: `${name}.zip`, mediaType: ZIP, bytes });
}

interface Stored {
  title: string;
  name: string;
  size: number;
  storageKey: string;
}

/** Files of the positions and the newest texts of the linked documents, numbered in the order of the positions. */
async function attachmentsOf(viewer: Viewer, { positions }: CycleView) {
  const fileIds = positions.flatMap(({ files }) => files.map(({ id }) => id));
  const documentIds = positions.flatMap(({ links }) =>
    links.filter(({ type, href }) => type === 'document' && href !== null).map(({ id }) => id),
  );
  const stored = await forViewer(viewer, async (db): Promise<Stored[]> => {
    const own = await db.supportFile.findMany({ where: { id: { in: fileIds } }, orderBy: { id: 'asc' } });
    const texts = await db.documentFile.findMany({
      where: { documentId: { in: documentIds } },
      distinct: ['documentId'],
      orderBy: [{ documentId: 'asc' }, { number: 'desc' }],
      include: { document: { select: { title: true } } },
    });
    return [
      ...own.map(({ name, size, storageKey }) => ({ title: name, name, size, storageKey })),
      ...texts.map(({ name, size, storageKey, document }) => ({ title: document.title, name, size, storageKey })),
    ];
  });
  const files: Record<string, Uint8Array> = {};
  const list: PackAttachment[] = [];
  const leftOut: string[] = [];
  let left = MOST_BYTES;
  for (const { title, name, size, storageKey } of stored) {
    const contents = size <= left ? await readFile(storageKey) : null;
    if (!contents) {
      leftOut.push(title);
      continue;
    }
    const bytes = await buffer(contents);
    left -= bytes.length;
    const number = String(list.length + 1).padStart(2, '0');
    const path = `Приложения/${number} ${name.replaceAll(/[\\/:*?"<>|]/g, '_')}`;
    files[path] = new Uint8Array(bytes);
    list.push({ path, title });
  }
  return { files, list, leftOut };
}
