import { DescriptionList } from '@/components/ui/description-list';
import { formatDate, NO_VALUE } from '@/lib/domain/russian';
import type { PartContent } from '@/lib/domain/support/examination';
import type { PartView } from '@/lib/portal/examinations/views';

const MARKS: Readonly<Record<string, string>> = { YES: 'да', PARTLY: 'частично', NO: 'нет', '': NO_VALUE };

/** What МОЦ wrote down in a part, for those who only read. */
export function PartReading({ part }: { part: PartView }) {
  const lines = linesOf(part).filter(({ value }) => value !== '');
  return lines.length > 0 ? (
    <DescriptionList
      items={lines.map(({ term, value }) => ({ term, value: <span className="whitespace-pre-line">{value}</span> }))}
    />
  ) : (
    <p className="text-muted">Записей пока нет.</p>
  );
}

function linesOf({ kind, content }: PartView): { term: string; value: string }[] {
  switch (kind) {
    case 'DOCUMENTS': {
      const { reports, summary } = content as PartContent['DOCUMENTS'];
      return [
        ...reports.map(({ title, result }) => ({ term: title, value: result || NO_VALUE })),
        { term: 'Итог', value: summary },
      ];
    }
    case 'INTERVIEW': {
      const { theme, centrePeople, regionPeople, minutes } = content as PartContent['INTERVIEW'];
      return [
        { term: 'Тема', value: theme },
        { term: 'От МОЦ', value: centrePeople },
        { term: 'От СОИРО', value: regionPeople },
        { term: 'Протокол', value: minutes },
      ];
    }
    case 'VISIT': {
      const { checklist, summary, actNumber, actDate } = content as PartContent['VISIT'];
      const act = actNumber ? `№ ${actNumber}${actDate ? ` от ${formatDate(new Date(actDate))}` : ''}` : '';
      return [
        ...checklist.map(({ text, mark, note }) => ({
          term: text,
          value: [MARKS[mark], note].filter(Boolean).join('. '),
        })),
        { term: 'Итог', value: summary },
        { term: 'Акт', value: act },
      ];
    }
    case 'SURVEY': {
      const { method, summary } = content as PartContent['SURVEY'];
      return [
        { term: 'Методика', value: method },
        { term: 'Итог', value: summary },
      ];
    }
    case 'WORKBOOK':
      return [];
  }
}
