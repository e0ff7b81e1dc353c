/** What a document may be linked to, where that stands, and the page that shows it. Events keep materials of their own. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { LinkSubject } from './schema';

export interface Linkable {
  municipalityId: string;
  /** null: it concerns no single school */
  schoolId: string | null;
  title: string;
  href: string;
}

const PLACE = { id: true, schoolId: true, municipalityId: true } as const;
const MOST_TITLE_LETTERS = 120;
const short = (text: string) => (text.length > MOST_TITLE_LETTERS ? `${text.slice(0, MOST_TITLE_LETTERS)}…` : text);

type Reader = (db: ScopedDatabase, id: string) => Promise<Linkable | null>;

/** Experience of schools is linked by its publication and by nobody's hand. */
export type LinkedSubject = LinkSubject | 'experience';

const READERS: Record<LinkedSubject, Reader> = {
  examination: async (db, id) => {
    const row = await db.examination.findUnique({ where: { id }, select: { ...PLACE, title: true } });
    return row && { ...row, href: `/support/examinations/${id}` };
  },
  finding: async (db, id) => {
    const select = { ...PLACE, text: true, examinationId: true };
    const row = await db.finding.findUnique({ where: { id }, select });
    return row && { ...row, title: `Вывод: ${short(row.text)}`, href: `/support/examinations/${row.examinationId}` };
  },
  recommendation: async (db, id) => {
    const row = await db.recommendation.findUnique({ where: { id }, select: { ...PLACE, text: true } });
    return row && { ...row, title: `Рекомендация: ${short(row.text)}`, href: `/support/recommendations/${id}` };
  },
  programme: async (db, id) => {
    const row = await db.programme.findUnique({ where: { id }, select: { ...PLACE, title: true } });
    return row && { ...row, href: `/support/programmes/${id}` };
  },
  decision: async (db, id) => {
    const row = await db.decision.findUnique({ where: { id }, select: { municipalityId: true, title: true } });
    return row && { ...row, schoolId: null, href: `/support/decisions/${id}` };
  },
  experience: async (db, id) => {
    const row = await db.schoolExperience.findUnique({ where: { id }, select: { ...PLACE, title: true } });
    return row && { ...row, title: `Опыт школы: ${short(row.title)}`, href: `/support/experience#${id}` };
  },
};

export const isLinkedSubject = (type: string): type is LinkedSubject => type in READERS;

/** The thing, when PostgreSQL shows it to the viewer; null otherwise. */
export const linkable = (db: ScopedDatabase, type: LinkedSubject, id: string): Promise<Linkable | null> =>
  READERS[type](db, id);
