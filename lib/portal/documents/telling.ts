import type { ScopedDatabase } from '@/lib/access/door';
import type { DocumentAudience } from '@/lib/db/generated/enums';
import { writeNotices } from '@/lib/portal/messages/commands';

interface AddedDocument {
  id: string;
  title: string;
  municipalityId: string | null;
  audience: DocumentAudience;
}

/** Tells of a new document those who may read it: principals, and of a regional one the centres as well. */
export async function tellOfDocument(db: ScopedDatabase, document: AddedDocument, now: Date): Promise<void> {
  const { id, title, municipalityId, audience } = document;
  const people = await db.account.findMany({
    where: {
      active: true,
      role: {
        in: [
          ...(audience === 'CENTRE' ? [] : (['PRINCIPAL'] as const)),
          ...(municipalityId === null ? (['MOC_HEAD', 'MOC_STAFF'] as const) : []),
        ],
      },
      ...(municipalityId === null ? { municipalityId: { not: null } } : { municipalityId }),
    },
    select: { id: true },
  });
  const told = { title: 'Новый документ в библиотеке', text: title, href: `/library/${id}` };
  await writeNotices(
    db,
    people.map((person) => ({ accountId: person.id, ...told })),
    now,
  );
}
