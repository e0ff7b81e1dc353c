/** Reports of events as files. */
import type { Viewer } from '@/lib/access/viewer';
import { PRESENCE } from '@/lib/domain/event-participation/presence';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { reportDocx } from '@/lib/exchange/report-docx';
import { type ExportTable, tableAsXlsx } from '@/lib/exchange/table-export';
import { eventReport, yearReport } from './reports';

interface ReportFile {
  name: string;
  body: Uint8Array;
}

/** Schools whose people came, with posts and numbers: what certificates are written from. Names are not asked for. */
export async function eventReportFile(
  viewer: Viewer,
  id: string,
  format: 'docx' | 'xlsx',
  now: Date,
): Promise<Outcome<ReportFile>> {
  const found = await eventReport(viewer, id, now);
  if (!found.ok) return found;
  const { title, startsAt, signUps, came } = found.value;
  const rows = signUps
    .filter(({ attended }) => (attended ?? 0) > 0)
    .map(({ school, posts, attended }) => ({ school, posts, people: attended ?? 0 }));
  const name = `Участники ${dayOf(startsAt)}`;
  const note = `Сформировано ${formatDate(now)}, ${viewer.name}`;
  const all = `Всего пришли: ${came ?? 0}`;
  if (format === 'xlsx') {
    const table: ExportTable = {
      title: `Участники: «${title}», ${formatDate(startsAt)}`,
      notes: [note, all],
      columns: [
        { header: 'Школа', width: 40 },
        { header: 'Должности', width: 50 },
        { header: 'Пришли, чел.', width: 14, format: 'integer' },
      ],
      rows: rows.map(({ school, posts, people }) => [school, posts, people]),
    };
    return done({ name, body: await tableAsXlsx(table) });
  }
  const body = await reportDocx({
    title: 'Список участников для сертификатов',
    subtitle: `«${title}», ${formatDate(startsAt)}`,
    note,
    author: viewer.name,
    madeAt: now,
    blocks: [
      { kind: 'paragraph', text: `${all}. Имена участников портал не хранит: их вписывает школа.` },
      {
        kind: 'table',
        caption: 'Участники по школам',
        columns: [
          { title: 'Школа', width: 0.4 },
          { title: 'Должности', width: 0.45 },
          { title: 'Пришли', width: 0.15, numeric: true },
        ],
        rows: rows.map(({ school, posts, people }) => [school, posts, String(people)]),
      },
    ],
  });
  return done({ name, body });
}

/** Supported schools × events of the year. */
export async function yearReportFile(
  viewer: Viewer,
  asked: string | undefined,
  now: Date,
): Promise<Outcome<ReportFile>> {
  const found = await yearReport(viewer, asked, now);
  if (!found.ok) return found;
  const { schoolYear, events, schools } = found.value;
  const table: ExportTable = {
    title: `Участие поддерживаемых школ в мероприятиях${schoolYear ? `, ${formatSchoolYear(schoolYear)}` : ''}`,
    notes: [`Сформировано ${formatDate(now)}, ${viewer.name}`],
    columns: [
      { header: 'Школа', width: 36 },
      { header: 'Была на мероприятиях', width: 14, format: 'integer' },
      { header: 'Людей всего', width: 12, format: 'integer' },
      ...events.map(({ title, startsAt }) => ({ header: `${formatDate(startsAt)}. ${title}`, width: 24 })),
    ],
    rows: schools.map(({ name, came, people, presence }) => [
      name,
      came,
      people,
      ...events.map(({ id }) => {
        const cell = presence.find(({ eventId }) => eventId === id);
        if (!cell) return '';
        return cell.state === 'CAME' ? `${PRESENCE.CAME}, ${cell.people} чел.` : PRESENCE[cell.state];
      }),
    ]),
  };
  return done({ name: `Участие школ ${schoolYear ?? ''}`.trim(), body: await tableAsXlsx(table) });
}
