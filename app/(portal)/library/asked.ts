import { type DocumentQuery, documentQuerySchema, MOST_QUERY_LETTERS } from '@/lib/portal/documents/schema';

const PAGE_SIZE = 20;

/** What the query of the library asks for; of one with a wrong condition the words are kept. */
export function askedDocuments(asked: Readonly<Record<string, string>>): DocumentQuery {
  const typed = { ...asked, ...(asked.q && { q: asked.q.slice(0, MOST_QUERY_LETTERS) }), pageSize: PAGE_SIZE };
  const parsed = documentQuerySchema.safeParse(typed);
  return parsed.success ? parsed.data : documentQuerySchema.parse({ q: typed.q, pageSize: PAGE_SIZE });
}
