import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import type { AskedDocument, ReportKind } from './kind';
import { storedTemplate } from './templates';

export interface PreviewedSection {
  title: string;
  text: string;
}

/** The words of a report with its fields filled in, as the next document will have them; no tables. */
export async function reportPreview(
  viewer: Viewer,
  kind: ReportKind,
  asked: AskedDocument,
  now: Date,
): Promise<Outcome<PreviewedSection[]>> {
  const refused = refusal(viewer, 'report.make', { municipalityId: asked.municipalityId });
  if (refused) return { ok: false, failure: refused };
  const { texts } = await forViewer(viewer, (db) => storedTemplate(db, asked.municipalityId, kind));
  const made = await kind.document(viewer, asked, texts, now);
  if (!made.ok) return made;
  const { blocks } = made.value.document;
  return done(
    kind.sections.flatMap(({ title }) => {
      const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
      const words = blocks[at + 1];
      return at >= 0 && words?.kind === 'paragraph' ? [{ title, text: words.text }] : [];
    }),
  );
}
