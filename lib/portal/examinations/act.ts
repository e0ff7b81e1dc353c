/** The act with which an examination ends, as docx. */

import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { formatDate, formatSchoolYear } from '@/lib/domain/russian';
import {
  EXAMINATION_STATUSES,
  FINDING_THEMES,
  type FindingTheme,
  PART_STATES,
  type PartContent,
  readPartContent,
} from '@/lib/domain/support/examination';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { DOCX, reportDocx } from '@/lib/exchange/report-docx';
import { openedExamination, type StoredExamination, showsFindings } from './stored';

export interface ActFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export async function examinationAct(viewer: Viewer, id: string, now: Date): Promise<Outcome<ActFile>> {
  const opened = await forViewer(viewer, (db) => openedExamination(db, viewer, id, 'support.read'));
  if (!opened.ok) return opened;
  const { examination, school } = opened.value;
  const bytes = await reportDocx({
    title: 'Акт комплексного обследования',
    subtitle: `${school.shortName}, ${formatSchoolYear(examination.schoolYear)}`,
    note: `${examination.title}. ${EXAMINATION_STATUSES[examination.status]}. Сформировано ${formatDate(now)}.`,
    author: viewer.name,
    madeAt: now,
    blocks: actBlocks(examination, showsFindings(viewer, examination.status)),
  });
  return done({ name: `Акт обследования ${school.code} ${examination.schoolYear}.docx`, mediaType: DOCX, bytes });
}

/** Period, parts, what each part showed, findings by theme, conclusion. */
export function actBlocks(examination: StoredExamination, withFindings: boolean): ReportBlock[] {
  const { parts, findings, conclusion, finishedBy, finishedAt } = examination;
  const day = (date: Date | null) => (date ? formatDate(date) : '—');
  const themes = [...new Set(findings.map(({ theme }) => theme))] as FindingTheme[];
  return [
    {
      kind: 'facts',
      rows: [
        ['Период', `${formatDate(examination.startsOn)} — ${formatDate(examination.endsOn)}`],
        ['Завершено', finishedAt ? `${formatDate(finishedAt)}, ${finishedBy ?? ''}` : 'ещё нет'],
      ],
    },
    { kind: 'heading', level: 1, text: 'Как проводилось' },
    {
      kind: 'table',
      caption: 'Части обследования',
      columns: [
        { title: 'Часть', width: 0.4 },
        { title: 'Состояние', width: 0.2 },
        { title: 'Проведено', width: 0.2 },
        { title: 'Ответственный', width: 0.2 },
      ],
      rows: parts.map((part) => [part.title, PART_STATES[part.state], day(part.heldOn), part.ownerName || '—']),
    },
    ...parts.flatMap(partBlocks),
    { kind: 'heading', level: 1, text: 'Выводы' },
    ...(withFindings && findings.length > 0
      ? themes.flatMap((theme): ReportBlock[] => [
          { kind: 'heading', level: 2, text: FINDING_THEMES[theme] },
          {
            kind: 'list',
            items: findings
              .filter((finding) => finding.theme === theme)
              .map(({ text, criteria }) => (criteria.length > 0 ? `${text} (критерии: ${criteria.join(', ')})` : text)),
          },
        ])
      : [{ kind: 'paragraph' as const, text: 'Выводов пока нет.', muted: true }]),
    ...(withFindings && conclusion
      ? [
          { kind: 'heading' as const, level: 1 as const, text: 'Заключение' },
          { kind: 'paragraph' as const, text: conclusion },
        ]
      : []),
  ];
}

function partBlocks({ kind, title, content }: StoredExamination['parts'][number]): ReportBlock[] {
  const body = bodyOf(kind, content);
  return body.length > 0 ? [{ kind: 'heading', level: 2, text: title }, ...body] : [];
}

const MARKS: Readonly<Record<string, string>> = { YES: 'да', PARTLY: 'частично', NO: 'нет', '': '—' };
const paragraph = (label: string, text: string): ReportBlock[] =>
  text === '' ? [] : [{ kind: 'paragraph', text: label === '' ? text : `${label}: ${text}` }];

function bodyOf(kind: StoredExamination['parts'][number]['kind'], stored: unknown): ReportBlock[] {
  switch (kind) {
    case 'DOCUMENTS': {
      const { reports, summary } = readPartContent(kind, stored);
      return [...reportTable(reports), ...paragraph('', summary)];
    }
    case 'INTERVIEW': {
      const { theme, centrePeople, regionPeople, minutes } = readPartContent(kind, stored);
      return [
        ...paragraph('Тема', theme),
        ...paragraph('От МОЦ', centrePeople),
        ...paragraph('От СОИРО', regionPeople),
        ...paragraph('', minutes),
      ];
    }
    case 'VISIT': {
      const { checklist, summary, actNumber, actDate } = readPartContent(kind, stored);
      const act = actNumber ? `№ ${actNumber}${actDate ? ` от ${formatDate(new Date(actDate))}` : ''}` : '';
      return [...checklistTable(checklist), ...paragraph('', summary), ...paragraph('Акт выезда', act)];
    }
    case 'SURVEY': {
      const { method, summary } = readPartContent(kind, stored);
      return [...paragraph('Методика', method), ...paragraph('', summary)];
    }
    case 'WORKBOOK': {
      const { team, psychologist } = readPartContent(kind, stored);
      return [...paragraph('Команда школы', team), ...(psychologist ? paragraph('', 'С участием психолога.') : [])];
    }
  }
}

function reportTable(reports: PartContent['DOCUMENTS']['reports']): ReportBlock[] {
  if (reports.length === 0) return [];
  const columns = [
    { title: 'Документ', width: 0.45 },
    { title: 'Что показал', width: 0.55 },
  ];
  return [
    {
      kind: 'table',
      caption: 'Изученные документы',
      columns,
      rows: reports.map(({ title, result }) => [title, result]),
    },
  ];
}

function checklistTable(checklist: PartContent['VISIT']['checklist']): ReportBlock[] {
  if (checklist.length === 0) return [];
  const columns = [
    { title: 'Что проверялось', width: 0.5 },
    { title: 'Отметка', width: 0.15 },
    { title: 'Примечание', width: 0.35 },
  ];
  const rows = checklist.map(({ text, mark, note }) => [text, MARKS[mark] ?? '—', note]);
  return [{ kind: 'table', caption: 'Лист проверки', columns, rows }];
}
