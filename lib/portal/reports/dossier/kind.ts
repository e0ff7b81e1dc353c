import { done, failed } from '@/lib/domain/failure';
import { DOSSIER_FIELDS, DOSSIER_SECTIONS } from '@/lib/domain/reports/dossier-report';
import { filledText } from '@/lib/domain/reports/template';
import { formatSchoolYear } from '@/lib/domain/russian';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { dossierDocument } from '@/lib/portal/support-cases/queries';
import type { ReportKind } from '../kind';

/** The dossier of a school, as its page of support gives it, between the centre's own words. */
export const dossierReport: ReportKind = {
  code: 'dossier',
  title: 'Досье школы',
  description: 'История поддержки одной школы: суммы, риски, рекомендации, меры, партнёры, линия времени.',
  of: 'school',
  sections: DOSSIER_SECTIONS,
  fields: DOSSIER_FIELDS,
  formats: ['docx', 'pdf'],
  async document(viewer, { schoolId, schoolYear }, texts, now) {
    if (!schoolId) return failed('INVALID', 'Выберите школу.');
    const made = await dossierDocument(viewer, schoolId, schoolYear, now);
    if (!made.ok) return made;
    const { name, document } = made.value;
    const values = { год: formatSchoolYear(schoolYear), школа: document.title.replace(/^[^:]+:\s*/, '') };
    const words = ({ code, title }: (typeof DOSSIER_SECTIONS)[number]): ReportBlock[] => [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: filledText(texts[code] ?? '', values) },
    ];
    const [opening, conclusion] = DOSSIER_SECTIONS;
    return done({
      name,
      document: { ...document, blocks: [...words(opening), ...document.blocks, ...words(conclusion)] },
    });
  },
};
