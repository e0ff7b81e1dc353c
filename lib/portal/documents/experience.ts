/** Experience of schools as documents of the library: what МОЦ published is found there, what it took back is archived. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { record } from '@/lib/portal/journal/commands';

interface PublishedExperience {
  id: string;
  municipalityId: string;
  title: string;
  text: string;
  /** how the school is called */
  school: string;
}

const MOST_ISSUER_LETTERS = 300;

/**
 * Keeps the library in step with a publication, in the transaction of the publication itself. A text that a school rewrites
 * afterwards comes into the library when МОЦ publishes it anew; until then the approved one stays.
 */
export async function keepExperienceDocument(
  db: ScopedDatabase,
  viewer: Viewer,
  experience: PublishedExperience,
  published: boolean,
  now: Date,
): Promise<void> {
  const { id: subjectId, municipalityId, title, text, school } = experience;
  const link = await db.documentLink.findFirst({ where: { subjectType: 'experience', subjectId } });
  if (!link && (!published || !viewer.regionId)) return;
  const changed = { changedBy: viewer.name, changedAt: now };
  const words = { title, about: text, issuer: school.slice(0, MOST_ISSUER_LETTERS) };
  const stored = link
    ? await db.document.update({
        where: { id: link.documentId },
        data: { ...(published && words), archived: !published, ...changed, version: { increment: 1 } },
      })
    : await db.document.create({
        data: {
          ...{ kind: 'MATERIAL', type: 'Опыт школы', level: 'SCHOOL', audience: 'SCHOOLS' },
          ...{ regionId: viewer.regionId ?? '', municipalityId },
          ...words,
          ...changed,
          links: {
            create: { subjectType: 'experience', subjectId, municipalityId, linkedBy: viewer.name, linkedAt: now },
          },
        },
      });
  await record(db, viewer, now, {
    action: link ? 'document.change' : 'document.add',
    subjectType: 'document',
    subjectId: stored.id,
    municipalityId,
    to: stored.title,
    detail: published ? 'experience' : 'archived',
  });
}
