import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRule } from '@/components/instruments/editor/edited-rule';
import { forSystem, forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import {
  copyVersion,
  discardDraft,
  ensureDefaultInstrument,
  freezeVersion,
  loadDefaultInstrument,
  publishVersion,
  saveDraft,
} from '@/lib/portal/instruments/commands';
import { instrumentsInScope, instrumentVersion } from '@/lib/portal/instruments/queries';
import { draftSchema, type SavedDraft } from '@/lib/portal/instruments/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { buildWorld, type World } from './lists-world';

const NOW = new Date('2020-11-20T09:00:00Z');
/** restrict_violation of the triggers, in Prisma's words */
const REFUSED = /Foreign key constraint violated/;

let db: TestDatabase;
let world: World;
let head: Viewer;
let staff: Viewer;
let other: Viewer;
let region: Viewer;

beforeAll(async () => {
  db = await testDatabase();
  world = await buildWorld(db.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  staff = world.viewer('MOC_STAFF', world.smolensk);
  other = world.viewer('MOC_HEAD', world.vyazma);
  region = world.viewer('REGION_COORDINATOR');
});
afterAll(() => db.close());

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

function failureOf(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error('expected a failure');
  return outcome.failure;
}

async function copied(viewer: Viewer, title = 'Карта города', into: string | null = null): Promise<string> {
  return value(await copyVersion(viewer, world.versionId, { title, into }, NOW)).id;
}

/** The contents of a version with a purpose for every criterion, as publishing asks. */
function withPurposes(definition: InstrumentDefinition): InstrumentDefinition {
  return {
    tables: definition.tables.map((table) => ({
      ...table,
      groups: table.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((criterion) => ({ ...criterion, purpose: 'Методика МОЦ' })),
      })),
    })),
  };
}

async function publishable(viewer: Viewer, title?: string): Promise<string> {
  const id = await copied(viewer, title);
  const { definition } = value(await instrumentVersion(viewer, id));
  value(
    await saveDraft(viewer, id, { version: 1, title: title ?? 'Карта', definition: withPurposes(definition) }, NOW),
  );
  return id;
}

describe('copies', () => {
  it('are drafts of the own municipality with the same contents', async () => {
    const id = await copied(head);
    const draft = value(await instrumentVersion(head, id));
    const source = value(await instrumentVersion(head, world.versionId));
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: 1,
      editable: true,
      proposal: false,
      municipalityId: world.smolensk.id,
      copiedFrom: { id: world.versionId },
    });
    expect(draft.definition).toEqual(source.definition);
    expect(draft.copiedDefinition).toEqual(source.definition);
  });

  it('become the next version of the own instrument, two at once too', async () => {
    const first = value(await instrumentVersion(head, await copied(head)));
    const [second, third] = await Promise.all([
      copied(head, 'Вторая', first.instrumentId),
      copied(head, 'Третья', first.instrumentId),
    ]);
    const numbers = [second, third].map(async (id) => value(await instrumentVersion(head, id)).number);
    expect((await Promise.all(numbers)).sort()).toEqual([2, 3]);
  });

  it('of the region are regional', async () => {
    const draft = value(await instrumentVersion(region, await copied(region, 'Карта области')));
    expect(draft).toMatchObject({ municipalityId: null, editable: true });
  });

  it('are not made by МОЦ staff, of drafts, into a foreign or regional instrument', async () => {
    const input = { title: 'Копия', into: null };
    expect(failureOf(await copyVersion(staff, world.versionId, input, NOW)).code).toBe('FORBIDDEN');
    const draft = await copied(head);
    expect(failureOf(await copyVersion(head, draft, input, NOW)).code).toBe('WRONG_STATE');
    const foreign = value(await instrumentVersion(other, await copied(other)));
    const regional = value(await instrumentVersion(head, world.versionId));
    const into = async (instrumentId: string) =>
      failureOf(await copyVersion(head, world.versionId, { title: 'Копия', into: instrumentId }, NOW)).code;
    expect(await into(foreign.instrumentId)).toBe('NOT_FOUND');
    expect(await into(regional.instrumentId)).toBe('FORBIDDEN');
  });
});

describe('sight', () => {
  it('ends at the own municipality and the region; drafts of the region are its own', async () => {
    const smolensk = await copied(head, 'Смоленская');
    const vyazma = await copied(other, 'Вяземская');
    const regional = await copied(region, 'Областная');
    const seen = async (viewer: Viewer) =>
      value(await instrumentsInScope(viewer)).flatMap((instrument) => instrument.versions.map((version) => version.id));
    expect(await seen(head)).toEqual(expect.arrayContaining([world.versionId, smolensk]));
    expect(await seen(staff)).toContain(smolensk);
    for (const hidden of [vyazma, regional]) {
      expect(await seen(head)).not.toContain(hidden);
      expect(failureOf(await instrumentVersion(head, hidden)).code).toBe('NOT_FOUND');
      expect(failureOf(await saveDraft(head, hidden, await draftOf(smolensk), NOW)).code).toBe('NOT_FOUND');
    }
    expect(await seen(region)).toEqual(expect.arrayContaining([world.versionId, smolensk, vyazma, regional]));
  });

  it('is closed to principals, and no identifier is no version', async () => {
    const principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1');
    expect(failureOf(await instrumentsInScope(principal)).code).toBe('FORBIDDEN');
    expect(failureOf(await instrumentVersion(principal, world.versionId)).code).toBe('FORBIDDEN');
    expect(failureOf(await instrumentVersion(principal, await copied(head))).code).toBe('NOT_FOUND');
    expect(failureOf(await instrumentVersion(head, 'nothing')).code).toBe('NOT_FOUND');
  });

  it('of one who only reads changes nothing', async () => {
    const id = await copied(head);
    for (const reader of [staff, region]) {
      expect(value(await instrumentVersion(reader, id)).editable).toBe(false);
      expect(failureOf(await saveDraft(reader, id, await draftOf(id), NOW)).code).toBe('FORBIDDEN');
      expect(failureOf(await publishVersion(reader, id, 1, NOW)).code).toBe('FORBIDDEN');
      expect(failureOf(await discardDraft(reader, id, 1, NOW)).code).toBe('FORBIDDEN');
    }
    expect(failureOf(await publishVersion(head, world.versionId, 1, NOW)).code).toBe('FORBIDDEN');
    expect(value(await instrumentVersion(head, id))).toMatchObject({ status: 'DRAFT', version: 1 });
  });

  it('names the campaigns of the scope alone', async () => {
    const uses = value(await instrumentVersion(head, world.versionId)).uses;
    expect(new Set(uses.map((use) => use.municipalityId))).toEqual(new Set([world.smolensk.id]));
    expect(uses.map((use) => use.schoolYear)).toEqual(['2020-2021', '2019-2020']);
    expect(value(await instrumentVersion(region, world.versionId)).uses).toHaveLength(3);
  });
});

async function draftOf(id: string) {
  const { title, definition } = value(await instrumentVersion(head, id));
  return { version: 1, title, definition };
}

describe('saving a draft', () => {
  it('keeps the whole document as it was given: order, wording, added and removed', async () => {
    const id = await copied(head);
    const { definition } = value(await instrumentVersion(head, id));
    const [first, second] = definition.tables;
    if (!first || !second) throw new Error('two tables expected');
    const script = '<script>alert(1)</script>';
    const changed: InstrumentDefinition = {
      tables: [
        { ...second, title: script },
        {
          ...first,
          groups: first.groups.toReversed().map((group) => ({
            ...group,
            criteria: group.criteria
              .slice(1)
              .map((criterion) => ({ ...criterion, text: `${script} ${criterion.text}` })),
          })),
        },
      ],
    };
    expect(value(await saveDraft(head, id, { version: 1, title: script, definition: changed }, NOW))).toEqual({
      version: 2,
    });
    const stored = value(await instrumentVersion(head, id));
    expect(stored.definition).toEqual(changed);
    expect(stored).toMatchObject({ title: script, version: 2 });
  });

  it('keeps the rules by which data answer, and so does a copy', async () => {
    const id = await copied(head, 'С правилами');
    const { definition } = value(await instrumentVersion(head, id));
    const rule = newRule('OGE_RUSSIAN_FAILED_SHARE');
    const ruled = withPurposes({
      tables: definition.tables.map((table, at) => ({
        ...table,
        groups: table.groups.map((group) => ({
          ...group,
          criteria: group.criteria.map((criterion) =>
            at === 0 && criterion.type === 'YES_NO' ? { ...criterion, rule } : criterion,
          ),
        })),
      })),
    });
    const sent = draftSchema.parse(JSON.parse(JSON.stringify({ version: 1, title: 'С правилами', definition: ruled })));
    expect(value(await saveDraft(head, id, sent, NOW)).version).toBe(2);
    expect(value(await instrumentVersion(head, id)).definition).toEqual(ruled);
    value(await publishVersion(head, id, 2, NOW));
    const copy = value(await copyVersion(head, id, { title: 'Копия с правилами', into: null }, NOW));
    expect(value(await instrumentVersion(head, copy.id)).definition).toEqual(ruled);
    const bad = { measure: 'OGE_RUSSIAN_FAILED_SHARE' as const, comparison: null, minimumN: -1 };
    const wrong: InstrumentDefinition = {
      tables: ruled.tables.map((table) => ({
        ...table,
        groups: table.groups.map((group) => ({
          ...group,
          criteria: group.criteria.map((criterion) => (criterion.rule ? { ...criterion, rule: bad } : criterion)),
        })),
      })),
    };
    value(await saveDraft(head, copy.id, { version: 1, title: 'Копия', definition: wrong }, NOW));
    const failure = failureOf(await publishVersion(head, copy.id, 2, NOW));
    expect(failure.errors?.map(({ path }) => path)).toContain('tables.0.groups.0.criteria.0.rule.minimumN');
  });

  it('keeps an unfinished document and refuses repeated codes', async () => {
    const id = await copied(head);
    const empty = { tables: [] };
    expect(value(await saveDraft(head, id, { version: 1, title: 'Пусто', definition: empty }, NOW)).version).toBe(2);
    const draft = await draftOf(id);
    const table = { code: 'T1', title: '', track: 'LOW_RESULTS' as const, groups: [] };
    const failure = failureOf(
      await saveDraft(head, id, { ...draft, version: 2, definition: { tables: [table, table] } }, NOW),
    );
    expect(failure).toMatchObject({ code: 'INVALID', errors: [{ path: 'tables.1.code' }] });
    expect(value(await instrumentVersion(head, id))).toMatchObject({ version: 2, definition: empty });
  });

  it('of the second one is refused, with what the first one saved', async () => {
    const id = await copied(head);
    const draft = await draftOf(id);
    const outcomes = await Promise.all([
      saveDraft(head, id, { ...draft, title: 'Первое окно' }, NOW),
      saveDraft(head, id, { ...draft, title: 'Второе окно' }, NOW),
    ]);
    const lost = outcomes.filter((outcome) => !outcome.ok);
    expect(lost).toHaveLength(1);
    const failure = failureOf(lost[0] as Outcome<unknown>);
    const current = failure.extra?.current as SavedDraft;
    expect(failure.code).toBe('STALE_VERSION');
    expect(current).toMatchObject({ version: 2, published: false, savedBy: head.name });
    expect(current.title).toBe(value(await instrumentVersion(head, id)).title);
    expect(current.definition).toEqual(draft.definition);
  });

  it('reads what the editor sends: blanks trimmed, the impossible named by its field', () => {
    const sent = {
      version: 1,
      title: '  Карта \u0000 ',
      definition: { tables: [{ code: ' T1 ', title: 'Т', track: 'X', groups: [] }] },
    };
    const result = draftSchema.safeParse(sent);
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['definition.tables.0.track']);
    const fine = draftSchema.parse({
      ...sent,
      definition: { tables: [{ ...sent.definition.tables[0], track: 'LOW_RESULTS' }] },
    });
    expect(fine.title).toBe('Карта');
    expect(fine.definition.tables[0]?.code).toBe('T1');
  });
});

describe('publishing', () => {
  it('is refused while something is missing, each fault with its place', async () => {
    const id = await copied(head);
    const failure = failureOf(await publishVersion(head, id, 1, NOW));
    expect(failure.code).toBe('INVALID');
    expect(failure.errors?.[0]?.path).toBe('tables.0.groups.0.criteria.0.purpose');
    expect(failure.errors).toHaveLength(15);
  });

  it('makes a version that nothing changes any more', async () => {
    const id = await publishable(head, 'Опубликованная');
    expect(failureOf(await publishVersion(head, id, 1, NOW)).code).toBe('STALE_VERSION');
    value(await publishVersion(head, id, 2, NOW));
    const version = value(await instrumentVersion(head, id));
    expect(version).toMatchObject({ status: 'PUBLISHED', publishedBy: head.name, publishedAt: NOW, editable: false });
    const draft = { version: 3, title: 'Иначе', definition: version.definition };
    expect(failureOf(await saveDraft(head, id, draft, NOW)).code).toBe('NOT_EDITABLE');
    expect(failureOf(await discardDraft(head, id, 3, NOW)).code).toBe('NOT_EDITABLE');
    expect(failureOf(await publishVersion(head, id, 3, NOW)).code).toBe('NOT_EDITABLE');
    await expect(
      forViewer(head, (scoped) => scoped.instrumentTable.deleteMany({ where: { versionId: id } })),
    ).rejects.toThrow(REFUSED);
    await expect(db.owner.criterion.updateMany({ where: { versionId: id }, data: { text: 'x' } })).rejects.toThrow(
      REFUSED,
    );
    await expect(db.owner.instrumentVersion.delete({ where: { id } })).rejects.toThrow(REFUSED);
    expect(value(await instrumentVersion(head, id)).definition).toEqual(version.definition);
  });

  it('by the region shows the version to all its municipalities', async () => {
    const id = await publishable(region, 'Для всех');
    expect(failureOf(await instrumentVersion(other, id)).code).toBe('NOT_FOUND');
    value(await publishVersion(region, id, 2, NOW));
    expect(value(await instrumentVersion(other, id))).toMatchObject({ editable: false, copies: true });
  });

  it('is journaled with who and when', async () => {
    const id = await publishable(head);
    value(await publishVersion(head, id, 2, NOW));
    const entries = await db.owner.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action, detail }) => `${action} ${detail}`)).toEqual([
      'instrument.edit copied',
      'instrument.edit saved',
      'instrument.publish published',
    ]);
    expect(entries.every((entry) => entry.actorName === head.name && entry.at.getTime() === NOW.getTime())).toBe(true);
  });
});

describe('a version in use', () => {
  it('is frozen once, and never a draft', async () => {
    const id = await publishable(head);
    await expect(forViewer(head, (scoped) => freezeVersion(scoped, id, NOW))).rejects.toThrow(
      /version_frozen_published/,
    );
    value(await publishVersion(head, id, 2, NOW));
    await forViewer(head, (scoped) => freezeVersion(scoped, id, NOW));
    await forViewer(head, (scoped) => freezeVersion(scoped, id, new Date('2021-01-01')));
    expect(value(await instrumentVersion(head, id)).frozenAt).toEqual(NOW);
  });

  it('of the region is frozen by whichever municipality uses it first', async () => {
    await forViewer(other, (scoped) => freezeVersion(scoped, world.versionId, NOW));
    expect(value(await instrumentVersion(head, world.versionId)).frozenAt).toEqual(NOW);
  });
});

describe('discarding', () => {
  it('removes a draft, and its instrument when nothing is left', async () => {
    const id = await copied(head, 'Лишняя');
    const { instrumentId } = value(await instrumentVersion(head, id));
    const next = await copied(head, 'Лишняя 2', instrumentId);
    value(await discardDraft(head, next, 1, NOW));
    expect(await db.owner.instrument.count({ where: { id: instrumentId } })).toBe(1);
    value(await discardDraft(head, id, 1, NOW));
    expect(await db.owner.instrument.count({ where: { id: instrumentId } })).toBe(0);
    expect(failureOf(await instrumentVersion(head, id)).code).toBe('NOT_FOUND');
  });
});

describe('the default instrument', () => {
  it('is loaded once for a region without instruments, as our proposal', async () => {
    const empty = await db.owner.region.create({ data: { code: '40', name: 'Калужская область' } });
    const coordinator: Viewer = { ...region, regionId: empty.id, municipalityIds: [] };
    const outcomes = await Promise.all([
      loadDefaultInstrument(coordinator, NOW),
      loadDefaultInstrument(coordinator, NOW),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'loaded' : outcome.failure.code)).sort()).toEqual([
      'CONFLICT',
      'loaded',
    ]);
    const [instrument] = value(await instrumentsInScope(coordinator));
    const version = instrument?.versions[0];
    expect(version).toMatchObject({
      title: 'Диагностическая карта, версия по умолчанию',
      status: 'PUBLISHED',
      proposal: true,
      criteria: 34,
    });
    const { definition } = value(await instrumentVersion(coordinator, version?.id ?? ''));
    expect(definition.tables.map((table) => table.groups.map((group) => group.code))).toEqual([
      ['OGE', 'EGE', 'OBJ', 'OLY', 'INT'],
      ['SOC', 'RES'],
    ]);
    const owner = { regionId: empty.id, municipalityId: null };
    expect(await forSystem('maintenance', (scoped) => ensureDefaultInstrument(scoped, owner, NOW))).toBeNull();
  });

  it('is not loaded by those who may not publish', async () => {
    expect(failureOf(await loadDefaultInstrument(staff, NOW)).code).toBe('FORBIDDEN');
    expect(failureOf(await loadDefaultInstrument({ ...region, role: 'ADMIN', regionId: null }, NOW)).code).toBe(
      'FORBIDDEN',
    );
  });
});
