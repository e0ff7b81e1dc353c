import type { LinkState } from '@/lib/domain/library/link-address';
import type { Segment } from '@/lib/domain/library/search-words';
import type { DocumentJson } from './schema';

export interface FoundDocument extends DocumentJson {
  hasFile: boolean;
  /** the title with what was found in it */
  marked: Segment[];
  /** from the text or the description; empty without a search */
  excerpt: Segment[];
}

export interface DocumentList {
  items: FoundDocument[];
  page: number;
  pageSize: number;
  total: number;
  /** the query that was answered instead of the typed one; null: the typed one */
  corrected: string | null;
  mayAdd: boolean;
}

export interface DocumentFileView {
  id: string;
  number: number;
  name: string;
  size: number;
  uploadedBy: string;
  uploadedAt: Date;
  /** false: a scan, the search does not know what it says */
  readable: boolean;
}

export interface DocumentView extends DocumentJson {
  changedBy: string;
  changedAt: Date;
  replaces: { id: string; title: string } | null;
  replacedBy: { id: string; title: string }[];
  /** the newest first; the older ones only for those who write */
  files: DocumentFileView[];
  mayChange: boolean;
  /** the things beside which it stands, those that the viewer sees */
  usedIn: { title: string; href: string }[];
}

/** Documents beside something of the support, as its page shows them. */
export interface LinkedDocuments {
  items: {
    document: DocumentJson;
    subjectType: string;
    subjectId: string;
    linkedBy: string;
    linkedAt: Date;
  }[];
  /** what may be linked; null: the viewer links nothing here */
  choices: { id: string; title: string }[] | null;
}

/** Addresses of documents and what they answered. */
export interface CheckedLinks {
  items: {
    id: string;
    title: string;
    url: string;
    /** null: not looked at yet */
    state: LinkState | null;
    checkedAt: Date | null;
    mayChange: boolean;
  }[];
  counts: Record<'broken' | 'ok' | 'waiting', number>;
  page: number;
  pageSize: number;
  total: number;
}
