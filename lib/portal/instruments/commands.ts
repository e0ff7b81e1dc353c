import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { parseDefaultInstrument } from '@/lib/domain/default-instrument';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { instrumentFaults } from '@/lib/domain/instrument-validity';
import { record } from '@/lib/portal/journal/commands';
import defaultInstrument from '@/prisma/instruments/default.json';
import defaultTexts from '@/prisma/instruments/default-texts.json';
import { loadInstrument } from './definition';
import { ABSENT, ownDraft, raiseVersion, versionInSight, versionRecord } from './drafts';
import { type InstrumentOwner, ownOwner, targetOf } from './ownership';
import type { CopyInput, DraftInput } from './schema';
import { storeDefinition } from './stored-definition';

const NO_OWNER = failed(
  'FORBIDDEN',
  'Ваша учётная запись не связана с муниципалитетом или регионом. Обратитесь к администратору портала.',
);

/** Makes a draft of the viewer's own out of a published version; gives the draft's id. */
export function copyVersion(
  viewer: Viewer,
  sourceId: string,
  input: CopyInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const source = await versionInSight(db, viewer, sourceId);
    const loaded = source ? await loadInstrument(db, sourceId) : null;
    if (!source || !loaded) return failed('NOT_FOUND', ABSENT);
    const refused = refusal(viewer, 'instrument.edit');
    const owner = ownOwner(viewer);
    if (refused) return { ok: false, failure: refused };
    if (!owner)
      return failed('FORBIDDEN', 'Ваша учётная запись не связана с муниципалитетом. Обратитесь к администратору.');
    if (source.status !== 'PUBLISHED') {
      return failed('WRONG_STATE', 'Копируют опубликованную версию. Сначала опубликуйте этот черновик.');
    }
    const instrument = input.into
      ? await lockedInstrument(db, viewer, input.into)
      : done(await db.instrument.create({ data: { ...owner, title: input.title }, select: { id: true } }));
    if (!instrument.ok) return instrument;
    const instrumentId = instrument.value.id;
    const last = await db.instrumentVersion.aggregate({ where: { instrumentId }, _max: { number: true } });
    const draft = await db.instrumentVersion.create({
      data: {
        instrumentId,
        number: (last._max.number ?? 0) + 1,
        title: input.title,
        copiedFromId: sourceId,
        createdAt: now,
      },
    });
    await storeDefinition(db, draft.id, loaded.definition);
    await record(db, viewer, now, {
      ...versionRecord('instrument.edit', draft.id, owner, 'copied'),
      from: { versionId: sourceId },
    });
    return done({ id: draft.id });
  });
}

/** An instrument of the viewer's own, locked so that two copies at once get two numbers. */
async function lockedInstrument(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<{ id: string }>> {
  const instrument = await db.instrument.findUnique({ where: { id } });
  if (!instrument) return failed('NOT_FOUND', 'Карта, куда добавить версию, не найдена. Выберите другую.');
  const refused = refusal(viewer, 'instrument.edit', targetOf(instrument));
  if (refused) return { ok: false, failure: refused };
  await db.$queryRaw`SELECT 1 FROM "instrument" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return done({ id });
}

/**
 * Stores a whole draft over what it held. STALE_VERSION when somebody saved it meanwhile (`extra.current` is what they
 * saved), NOT_EDITABLE when it was published. Unfinished contents are kept: only publishing asks that all is in order.
 */
export function saveDraft(
  viewer: Viewer,
  versionId: string,
  input: DraftInput,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const draft = await ownDraft(db, viewer, versionId, 'instrument.edit', input.version);
    if (!draft.ok) return draft;
    const errors = instrumentFaults(input.definition).filter(({ path }) => path.endsWith('.code'));
    if (errors.length > 0) {
      return failed('INVALID', 'Черновик не сохранён: у каждой части должен быть свой код.', { errors });
    }
    const raised = await raiseVersion(db, versionId, input.version, { title: input.title });
    if (!raised.ok) return raised;
    await storeDefinition(db, versionId, input.definition);
    await record(db, viewer, now, versionRecord('instrument.edit', versionId, draft.value.instrument, 'saved'));
    return done({ version: input.version + 1 });
  });
}

/** Publishes a draft: campaigns may use it from now on and it never changes again. INVALID while something is missing. */
export function publishVersion(
  viewer: Viewer,
  versionId: string,
  version: number,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const draft = await ownDraft(db, viewer, versionId, 'instrument.publish', version);
    if (!draft.ok) return draft;
    const loaded = await loadInstrument(db, versionId);
    if (!loaded) return failed('NOT_FOUND', ABSENT);
    const errors = instrumentFaults(loaded.definition);
    if (errors.length > 0) {
      return failed('INVALID', 'Карту пока нельзя опубликовать: исправьте отмеченное и сохраните.', { errors });
    }
    const published = { status: 'PUBLISHED', publishedAt: now, publishedBy: viewer.name } as const;
    const raised = await raiseVersion(db, versionId, version, published);
    if (!raised.ok) return raised;
    await record(db, viewer, now, versionRecord('instrument.publish', versionId, draft.value.instrument, 'published'));
    return done({ version: version + 1 });
  });
}

/** Removes a draft for good, and its instrument when nothing else is left of it. */
export function discardDraft(viewer: Viewer, versionId: string, version: number, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const draft = await ownDraft(db, viewer, versionId, 'instrument.edit', version);
    if (!draft.ok) return draft;
    const raised = await raiseVersion(db, versionId, version, {});
    if (!raised.ok) return raised;
    const { instrumentId, instrument, title } = draft.value;
    await db.instrumentVersion.delete({ where: { id: versionId } });
    await db.instrument.deleteMany({ where: { id: instrumentId, versions: { none: {} } } });
    await record(db, viewer, now, {
      ...versionRecord('instrument.edit', versionId, instrument, 'discarded'),
      from: { title },
    });
    return done(undefined);
  });
}

/**
 * Marks a published version as used, in the transaction in which a campaign takes it: the years scored by it stay scored
 * by it. One that is frozen already stays as it is; the database refuses a draft.
 */
export async function freezeVersion(db: ScopedDatabase, versionId: string, now: Date): Promise<void> {
  await db.instrumentVersion.updateMany({ where: { id: versionId, frozenAt: null }, data: { frozenAt: now } });
}

/**
 * The default instrument as a published version of this owner, marked as our proposal. Where the owner has an instrument
 * already nothing is made; gives the id of the version made, or null.
 */
export async function ensureDefaultInstrument(
  db: ScopedDatabase,
  owner: InstrumentOwner,
  now: Date,
): Promise<string | null> {
  const key = `default instrument ${owner.regionId ?? owner.municipalityId}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  if ((await db.instrument.count({ where: owner })) > 0) return null;
  const { title, definition } = parseDefaultInstrument(defaultInstrument, defaultTexts);
  const { id: instrumentId } = await db.instrument.create({ data: { ...owner, title } });
  const { id } = await db.instrumentVersion.create({
    data: { instrumentId, number: 1, title, proposal: true, createdAt: now },
  });
  await storeDefinition(db, id, definition);
  await db.instrumentVersion.update({
    where: { id },
    data: { status: 'PUBLISHED', publishedAt: now, publishedBy: 'Разработчики портала' },
  });
  return id;
}

/** Loads the default instrument for the viewer's region or municipality, which must have none yet. */
export function loadDefaultInstrument(viewer: Viewer, now: Date): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'instrument.publish');
    const owner = ownOwner(viewer);
    if (refused) return { ok: false, failure: refused };
    if (!owner) return NO_OWNER;
    const id = await ensureDefaultInstrument(db, owner, now);
    if (!id) return failed('CONFLICT', 'Карта уже есть. Обновите страницу: она в списке.');
    await record(db, viewer, now, versionRecord('instrument.publish', id, owner, 'default loaded'));
    return done({ id });
  });
}
