/** The way of a programme: draft → submitted → returned or approved → running → finished. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { readProgramme } from '@/lib/domain/programme/content';
import {
  missingIn,
  PROGRAMME_STATUSES,
  type ProgrammeStatus,
  STAGE_DAYS,
  STAGE_KINDS,
} from '@/lib/domain/programme/progress';
import { dayOf, formatDate } from '@/lib/domain/russian';
import { dayAfter } from '@/lib/domain/support/days';
import { once, type RepeatableCall } from '@/lib/portal/answered-calls/commands';
import { tellCentre, tellSchool } from '@/lib/portal/support/commands';
import type { ProgrammeJson } from './schema';
import {
  behind,
  journaled,
  keepRevision,
  nextVersion,
  openedProgramme,
  programmeJson,
  type StoredProgramme,
} from './stored';

interface Step {
  action: Action;
  from: readonly ProgrammeStatus[];
  to: ProgrammeStatus;
  version: number;
  data?: Prisma.ProgrammeUncheckedUpdateManyInput;
  comment?: string;
  refuse?: (programme: StoredProgramme) => Failure | null;
  after?: (db: ScopedDatabase, stored: StoredProgramme, schoolName: string) => Promise<void>;
}

function step(
  viewer: Viewer,
  id: string,
  spec: Step,
  now: Date,
  repeatable?: RepeatableCall,
): Promise<Outcome<ProgrammeJson>> {
  const { action, from, to, version, data, comment = '', refuse, after } = spec;
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, action);
    if (!opened.ok) return opened;
    const { programme, school } = opened.value;
    return once(db, viewer, repeatable, async () => {
      if (!from.includes(programme.status)) {
        const words = PROGRAMME_STATUSES[programme.status].toLowerCase();
        return failed('WRONG_STATE', `Программа в состоянии «${words}»: обновите страницу.`);
      }
      if (programme.version !== version) return behind(programme);
      const refused = refuse?.(programme);
      if (refused) return { ok: false, failure: refused };
      const stored = await nextVersion(db, viewer, now, programme, version, { ...data, status: to });
      if (!stored.ok) return stored;
      await keepRevision(db, viewer, now, stored.value, comment);
      const what = { action, from: programme.status, to, ...(comment !== '' && { reason: comment }) };
      await journaled(db, viewer, now, programme, what);
      await after?.(db, stored.value, school.shortName);
      return done(
        programmeJson(await db.programme.findUniqueOrThrow({ where: { id }, include: { school: true, stages: true } })),
      );
    });
  });
}

const page = (id: string) => `/support/programmes/${id}`;

/** Sends it to МОЦ; INCOMPLETE names what is missing, by section. */
export function submitProgramme(
  viewer: Viewer,
  id: string,
  { version }: { version: number },
  now: Date,
  repeatable?: RepeatableCall,
) {
  return step(
    viewer,
    id,
    {
      action: 'programme.submit',
      from: ['DRAFT', 'RETURNED'],
      to: 'SUBMITTED',
      version,
      data: { submittedBy: viewer.name, submittedAt: now, returnComment: null },
      refuse: ({ content }) => {
        const missing = missingIn(readProgramme(content));
        return missing.length > 0
          ? { code: 'INCOMPLETE', detail: 'Программу пока нельзя отправить: дополните её.', errors: missing }
          : null;
      },
      after: async (db, _stored, schoolName) => {
        await tellCentre(db, { title: `${schoolName}: программа на согласовании`, text: '', href: page(id) }, now);
      },
    },
    now,
    repeatable,
  );
}

export function returnProgramme(
  viewer: Viewer,
  id: string,
  { version, comment }: { version: number; comment: string },
  now: Date,
  repeatable?: RepeatableCall,
) {
  return step(
    viewer,
    id,
    {
      action: 'programme.return',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      version,
      data: { returnComment: comment },
      comment,
      after: async (db, { schoolId }) => {
        await tellSchool(
          db,
          schoolId,
          { title: 'МОЦ вернул программу с замечаниями', text: comment, href: page(id) },
          now,
        );
      },
    },
    now,
    repeatable,
  );
}

/** Approves it and plans the three looks of monitoring, unless they stand already. */
export function approveProgramme(
  viewer: Viewer,
  id: string,
  { version }: { version: number },
  now: Date,
  repeatable?: RepeatableCall,
) {
  return step(
    viewer,
    id,
    {
      action: 'programme.approve',
      from: ['SUBMITTED'],
      to: 'APPROVED',
      version,
      data: { approvedBy: viewer.name, approvedAt: now },
      after: async (db, { schoolId, municipalityId, stages }) => {
        if (stages.length === 0) {
          await db.programmeStage.createMany({
            data: STAGE_DAYS.map(({ kind, days }) => ({
              ...{ programmeId: id, schoolId, municipalityId, kind, title: STAGE_KINDS[kind] },
              dueOn: new Date(dayAfter(dayOf(now), days)),
            })),
          });
        }
        const title = 'Программа перехода утверждена';
        await tellSchool(
          db,
          schoolId,
          { title, text: `Утверждена ${formatDate(now)}. Отмечайте выполнение мер.`, href: page(id) },
          now,
        );
      },
    },
    now,
    repeatable,
  );
}

/** The school begins to carry it out. */
export function runProgramme(viewer: Viewer, id: string, { version }: { version: number }, now: Date) {
  return step(viewer, id, { action: 'programme.change', from: ['APPROVED'], to: 'RUNNING', version }, now);
}

/** Opens an approved programme for a change of its text, which goes the whole way again. */
export function reviseProgramme(viewer: Viewer, id: string, { version }: { version: number }, now: Date) {
  const comment = 'Открыта для изменения';
  return step(
    viewer,
    id,
    { action: 'programme.change', from: ['APPROVED', 'RUNNING'], to: 'DRAFT', version, comment },
    now,
  );
}

export function finishProgramme(
  viewer: Viewer,
  id: string,
  { version, summary }: { version: number; summary: string },
  now: Date,
) {
  return step(
    viewer,
    id,
    {
      action: 'programme.finish',
      from: ['APPROVED', 'RUNNING'],
      to: 'FINISHED',
      version,
      data: { summary, finishedAt: now },
      comment: summary,
      after: async (db, { schoolId }) => {
        await tellSchool(db, schoolId, { title: 'Программа завершена', text: summary, href: page(id) }, now);
      },
    },
    now,
  );
}
