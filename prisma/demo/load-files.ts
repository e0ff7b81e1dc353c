/**
 * Brings the files of the demonstration region in, each by the person whose file it is, through the import that people
 * use; nothing is written into tables directly. The cards are computed once, when all files are in.
 */
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { schoolYearFrom, startOfSchoolYear } from '@/lib/domain/school-year';
import { deriveAfter } from '@/lib/portal/evidence/commands';
import { importWithoutDerivation } from '@/lib/portal/imports/bulk';
import { discardImport } from '@/lib/portal/imports/commands';
import { demoCampaigns } from './campaigns';
import { demonstrationFiles } from './files/all-files';
import type { DemoFile } from './files/demo-file';
import { LAST_RESULTS_AUTUMN } from './latent-quality';
import { moscow } from './moments';
import { COORDINATOR } from './people';
import { randomSource } from './random';
import { DEMONSTRATION_SEED } from './region';
import { demoSchools } from './school-changes';
import { MUNICIPALITIES, REGION } from './territory';

/** All files of the region, oldest first. */
export function demoFiles(): Promise<DemoFile[]> {
  const draw = randomSource(DEMONSTRATION_SEED);
  const schools = demoSchools(draw);
  return demonstrationFiles(schools, demoCampaigns(schools), draw);
}

/** The day on which files of a school year came in: before the campaign that counts its results. */
function broughtInAt(schoolYear: string): Date {
  return moscow((startOfSchoolYear(schoolYear) ?? LAST_RESULTS_AUTUMN) + 1, 8, 24, 11);
}

/**
 * Brings in what is not in yet and computes the cards; can be repeated after it broke off. This process must know the
 * installation (lib/env.ts). Throws when a file is not taken as a whole: the demonstration's own files have no faults.
 */
export async function loadDemonstrationFiles(onProgress: (text: string) => void = () => {}): Promise<void> {
  onProgress('придумываем файлы результатов');
  const files = await demoFiles();
  const viewers = await viewersOf(files);
  const known = await forgetUnfinished(viewers);
  for (const [index, file] of files.entries()) {
    onProgress(`файл ${index + 1} из ${files.length}: ${file.fileName}`);
    const viewer = viewers.get(file.by.email ?? '');
    if (viewer && !known.has(nameOf(file))) await bringIn(viewer, file);
  }
  const coordinator = viewers.get(COORDINATOR.email);
  if (coordinator) await deriveCards(files, coordinator, onProgress);
}

const nameOf = ({ fileName, schoolYear }: { fileName: string; schoolYear: string }) => `${schoolYear} ${fileName}`;

async function bringIn(
  viewer: Viewer,
  { kind, schoolYear, municipality, fileName, contents }: DemoFile,
): Promise<void> {
  const input = { kind, schoolYear, municipalityId: municipality?.id };
  const file = { bytes: contents, name: fileName };
  const brought = await importWithoutDerivation(viewer, input, file, broughtInAt(schoolYear));
  if (!brought.ok) throw new Error(`«${fileName}»: ${brought.failure.detail}`);
  const { status, errors, unmatched } = brought.value;
  if (status === 'APPLIED' && errors.length === 0 && unmatched.length === 0) return;
  const [fault] = errors;
  throw new Error(`«${fileName}»: ${fault ? `${fault.cell}: ${fault.message}` : `школа «${unmatched[0]?.text}»`}`);
}

/** Those who bring files in, with the scope of their accounts. */
function viewersOf(files: readonly DemoFile[]): Promise<Map<string, Viewer>> {
  const emails = [...new Set(files.flatMap(({ by }) => by.email ?? []))];
  return forSystem('derivation', async (db) => {
    const accounts = await db.account.findMany({ where: { email: { in: emails } } });
    return new Map(
      accounts.map(({ id, email, name, role, regionId, municipalityId, schoolId }) => {
        const inSight =
          municipalityId === null ? MUNICIPALITIES.map((municipality) => municipality.id) : [municipalityId];
        const about = { accountId: id, email, name, role, regionId, municipalityId, schoolId };
        return [email, { ...about, municipalityIds: inSight, preferences: {} }];
      }),
    );
  });
}

/** Files that an earlier load had only looked at are forgotten; gives the names of those that came into force or were taken back. */
async function forgetUnfinished(viewers: ReadonlyMap<string, Viewer>): Promise<Set<string>> {
  const found = await forSystem('derivation', (db) =>
    db.import.findMany({
      where: { regionId: REGION.id, createdById: { in: [...viewers.values()].map(({ accountId }) => accountId) } },
      select: { id: true, fileName: true, schoolYear: true, status: true, createdById: true, createdAt: true },
    }),
  );
  const byAccount = new Map([...viewers.values()].map((viewer) => [viewer.accountId, viewer]));
  for (const { id, status, createdById, createdAt, schoolYear } of found) {
    const viewer = byAccount.get(createdById);
    const ours = createdAt.getTime() === broughtInAt(schoolYear).getTime();
    if (viewer && ours && status === 'PREVIEW') await discardImport(viewer, id, createdAt);
  }
  return new Set(found.filter(({ status }) => status !== 'PREVIEW').map(nameOf));
}

/** Municipality by municipality, so that no transaction is long; computing anew what is computed changes nothing. */
async function deriveCards(
  files: readonly DemoFile[],
  actor: Viewer,
  onProgress: (text: string) => void,
): Promise<void> {
  const now = broughtInAt(schoolYearFrom(LAST_RESULTS_AUTUMN));
  const schoolYears = [...new Set(files.map(({ schoolYear }) => schoolYear))];
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  for (const { id, name } of MUNICIPALITIES) {
    onProgress(`ответы и признаки: ${name}`);
    const change = { schoolIds: [], municipalityIds: [id], regionWide: false, schoolYears, kinds, importId: null };
    await forSystem('derivation', (db) => deriveAfter(db, change, now, actor));
  }
}
