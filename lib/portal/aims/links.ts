/** A centre points a position to what the portal holds already. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { LinkKind } from '@/lib/domain/aims/positions';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { positionToChange } from './positions';
import type { LinkInput } from './schema';
import { LOADERS } from './things';
import type { LinkedThing } from './views';

/** Points the position to things of the portal; those that it points to already stay as they are. */
export function addLinks(
  viewer: Viewer,
  id: string,
  links: readonly LinkInput[],
  now: Date,
): Promise<Outcome<{ added: number }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ added: number }>> => {
    const position = await positionToChange(db, viewer, id);
    if (!position.ok) return position;
    const { municipalityId, schoolYear, code } = position.value;
    const choices = await choicesOf(db, viewer, municipalityId, schoolYear);
    const known = new Set(choices.map((choice) => `${choice.type} ${choice.id}`));
    if (links.some((link) => !known.has(`${link.type} ${link.id}`))) {
      return failed('INVALID', 'Отмеченного больше нет. Обновите страницу и отметьте заново.');
    }
    const place = { positionId: id, municipalityId, linkedBy: viewer.name, linkedAt: now };
    const { count } = await db.aimLink.createMany({
      data: links.map((link) => ({ ...place, subjectType: link.type, subjectId: link.id })),
      skipDuplicates: true,
    });
    if (count > 0) {
      await record(db, viewer, now, {
        ...{
          action: 'aims.change',
          subjectType: 'aims',
          subjectId: id,
          municipalityId,
          detail: `${schoolYear} ${code}`,
        },
        to: links.map((link) => `${link.type} ${link.id}`),
      });
    }
    return done({ added: count });
  });
}

export function removeLink(viewer: Viewer, id: string, link: LinkInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const position = await positionToChange(db, viewer, id);
    if (!position.ok) return position;
    const { count } = await db.aimLink.deleteMany({
      where: { positionId: id, subjectType: link.type, subjectId: link.id },
    });
    const { municipalityId, schoolYear, code } = position.value;
    if (count > 0) {
      await record(db, viewer, now, {
        ...{
          action: 'aims.change',
          subjectType: 'aims',
          subjectId: id,
          municipalityId,
          detail: `${schoolYear} ${code}`,
        },
        from: `${link.type} ${link.id}`,
      });
    }
    return done(undefined);
  });
}

async function choicesOf(
  db: ScopedDatabase,
  viewer: Viewer,
  municipalityId: string,
  schoolYear: string,
): Promise<LinkedThing[]> {
  const asked = { municipalityId, regionId: viewer.regionId ?? '', schoolYear };
  const choices: LinkedThing[] = [];
  for (const [type, load] of Object.entries(LOADERS) as [LinkKind, (typeof LOADERS)[LinkKind]][]) {
    choices.push(...(await load(db, asked)).map((thing) => ({ type, ...thing })));
  }
  return choices;
}

/** What a position of this year may still be pointed to, by kind. */
export function linkChoices(viewer: Viewer, id: string): Promise<Outcome<LinkedThing[]>> {
  return forViewer(viewer, async (db): Promise<Outcome<LinkedThing[]>> => {
    const position = await positionToChange(db, viewer, id);
    if (!position.ok) return position;
    const { municipalityId, schoolYear } = position.value;
    const linked = await db.aimLink.findMany({ where: { positionId: id } });
    const taken = new Set(linked.map(({ subjectType, subjectId }) => `${subjectType} ${subjectId}`));
    const choices = await choicesOf(db, viewer, municipalityId, schoolYear);
    return done(choices.filter((choice) => !taken.has(`${choice.type} ${choice.id}`)));
  });
}
