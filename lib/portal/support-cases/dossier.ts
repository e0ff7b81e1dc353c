/** The dossier of a school: the whole story of its support as one document. */
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { STEP_STATES, stepLabel } from '@/lib/domain/support/case';
import { riskFactorsSchema, SIGNIFICANCES } from '@/lib/domain/support/risk';
import { threadsOf } from '@/lib/domain/support/thread';
import { TIMELINE_LANES } from '@/lib/domain/support/timeline';
import type { ReportBlock, ReportDocument } from '@/lib/exchange/report-document';
import { DOCX, reportDocx } from '@/lib/exchange/report-docx';
import { PDF, reportPdf } from '@/lib/exchange/report-pdf';
import { schoolSupport } from './school-page';
import { threadInput } from './thread-view';
import type { SchoolSupport } from './views';

/** A dossier before it is a file; its name has no suffix. */
export interface Dossier {
  name: string;
  document: ReportDocument;
}

export interface DossierFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** The dossier as docx or pdf. */
export async function schoolDossier(
  viewer: Viewer,
  schoolId: string,
  { format, schoolYear }: { format: 'docx' | 'pdf'; schoolYear: string | undefined },
  now: Date,
): Promise<Outcome<DossierFile>> {
  const made = await dossierDocument(viewer, schoolId, schoolYear, now);
  if (!made.ok) return made;
  const name = `${made.value.name}.${format}`;
  return format === 'docx'
    ? done({ name, mediaType: DOCX, bytes: await reportDocx(made.value.document) })
    : done({ name, mediaType: PDF, bytes: await reportPdf(made.value.document) });
}

/** What the viewer may see of the school's support; drafts and unshared notes never reach the school. */
export async function dossierDocument(
  viewer: Viewer,
  schoolId: string,
  schoolYear: string | undefined,
  now: Date,
): Promise<Outcome<Dossier>> {
  const support = await schoolSupport(viewer, schoolId, schoolYear, now);
  if (!support.ok) return support;
  const { value } = support;
  const story = await forViewer(viewer, async (db) => ({
    thread: await threadInput(db, viewer, schoolId, value.schoolYear),
    profile: await db.riskProfile.findFirst({
      where: {
        schoolId,
        schoolYear: value.schoolYear,
        ...(viewer.role === 'PRINCIPAL' && { status: { not: 'DRAFT' } }),
      },
      include: { items: { where: { significance: { not: 'NONE' } }, orderBy: { factor: 'asc' } } },
    }),
    decisions: await db.decisionSchool.findMany({
      where: { schoolId },
      select: { decision: { select: { kind: true, number: true, decidedOn: true, title: true } } },
    }),
    partnerships: await db.partnershipSchool.findMany({
      where: { schoolId, partnership: { status: { in: ['AGREED', 'RUNNING', 'FINISHED'] } } },
      select: { partnership: { select: { title: true, agreementNumber: true, agreedOn: true, outcome: true } } },
    }),
  }));
  const document: ReportDocument = {
    title: `Досье школы: ${value.schoolName}`,
    subtitle: `${value.municipality}, поддержка в ${formatSchoolYear(value.schoolYear)} учебном году`,
    note: `Сформировано ${formatDate(now)}, ${viewer.name}. Выводы об объективности — признаки, требующие дополнительного анализа.`,
    author: viewer.name,
    // the day and not the second: the same input gives the same bytes
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
    blocks: blocksOf(value, story),
  };
  return done({ name: `Досье ${value.schoolCode} ${value.schoolYear}`, document });
}

interface Story {
  thread: Parameters<typeof threadsOf>[0];
  profile: {
    factors: unknown;
    items: { factor: string; significance: keyof typeof SIGNIFICANCES; evidence: string }[];
  } | null;
  decisions: { decision: { kind: string; number: string; decidedOn: Date; title: string } }[];
  partnerships: { partnership: { title: string; agreementNumber: string; agreedOn: Date | null; outcome: string } }[];
}

const heading = (text: string): ReportBlock => ({ kind: 'heading', level: 1, text });
const empty = (text: string): ReportBlock => ({ kind: 'paragraph', text, muted: true });

function blocksOf(support: SchoolSupport, { thread, profile, decisions, partnerships }: Story): ReportBlock[] {
  const threads = threadsOf(thread);
  const titles = profile
    ? new Map(riskFactorsSchema.parse(profile.factors).map(({ code, title }) => [code, title]))
    : new Map();
  return [
    {
      kind: 'facts',
      rows: [
        ['Куратор', support.curators.join(', ') || 'не назначен'],
        ['Список', support.case?.orderNumber ? `приказ ${support.case.orderNumber}` : '—'],
        ['Сопровождение', support.case ? `с ${formatDate(support.case.openedAt)}` : 'не открыто'],
        ...(support.case?.closeGround ? [['Завершено', support.case.closeGround] as const] : []),
      ],
    },
    heading('Диагностическая сумма по годам'),
    {
      kind: 'table',
      caption: 'Сумма отрицательных критериев',
      columns: [
        { title: 'Учебный год', width: 0.4 },
        { title: 'Сумма', width: 0.2, numeric: true },
        { title: 'Максимум', width: 0.2, numeric: true },
        { title: 'В списке', width: 0.2 },
      ],
      rows: support.sums.map(({ schoolYear, negativeSum, maximum, listed }) => [
        ...[formatSchoolYear(schoolYear), String(negativeSum), String(maximum), listed ? 'да' : 'нет'],
      ]),
    },
    heading('От балла до эффекта'),
    threads.length > 0
      ? {
          kind: 'table',
          caption: 'Баллы, выводы, рекомендации, меры',
          columns: [
            { title: 'Критерий', width: 0.22 },
            { title: 'Вывод', width: 0.26 },
            { title: 'Рекомендация', width: 0.26 },
            { title: 'Мера', width: 0.16 },
            { title: 'Через год', width: 0.1 },
          ],
          rows: threads.map((one) => [
            `${one.code}: ${one.text}`,
            one.findings.map(({ text }) => text).join('\n'),
            one.recommendations.map(({ text, status }) => `${text} (${status.toLowerCase()})`).join('\n'),
            one.measures.map(({ title, state }) => `${title} (${state.toLowerCase()})`).join('\n'),
            one.after === null ? '—' : String(one.after),
          ]),
        }
      : empty('Баллов нет.'),
    heading('Риски'),
    profile && profile.items.length > 0
      ? {
          kind: 'table',
          caption: 'Профиль рисков',
          columns: [
            { title: 'Фактор', width: 0.5 },
            { title: 'Значимость', width: 0.15 },
            { title: 'В чём видно', width: 0.35 },
          ],
          rows: profile.items.map(({ factor, significance, evidence }) => [
            `${factor} ${titles.get(factor) ?? ''}`,
            SIGNIFICANCES[significance],
            evidence,
          ]),
        }
      : empty('Профиль рисков не составлен.'),
    heading('Партнёры и решения'),
    partnerships.length > 0
      ? {
          kind: 'list',
          items: partnerships.map(({ partnership: { title, agreementNumber, agreedOn, outcome } }) =>
            [title, agreementNumber && `соглашение № ${agreementNumber}`, agreedOn && formatDate(agreedOn), outcome]
              .filter(Boolean)
              .join(', '),
          ),
        }
      : empty('Партнёров нет.'),
    ...(decisions.length > 0
      ? [
          {
            kind: 'list' as const,
            items: decisions.map(
              ({ decision: { number, decidedOn, title } }) => `${title}: № ${number} от ${formatDate(decidedOn)}`,
            ),
          },
        ]
      : []),
    heading('Шаги поддержки'),
    support.case
      ? {
          kind: 'table',
          caption: 'Шаги',
          columns: [
            { title: 'Шаг', width: 0.4 },
            { title: 'Состояние', width: 0.2 },
            { title: 'Ответственный', width: 0.25 },
            { title: 'Сделано', width: 0.15 },
          ],
          rows: support.case.steps.map(({ code, state, owner, doneAt }) => [
            ...[stepLabel(code), STEP_STATES[state], owner || '—', doneAt ? formatDate(doneAt) : '—'],
          ]),
        }
      : empty('Сопровождение не открыто.'),
    heading('Линия времени'),
    support.timeline.length > 0
      ? {
          kind: 'table',
          caption: 'Что происходило',
          columns: [
            { title: 'День', width: 0.18 },
            { title: '', width: 0.17 },
            { title: 'Событие', width: 0.65 },
          ],
          rows: support.timeline.map(({ on, lane, title, detail }) => [
            formatDate(new Date(on)),
            TIMELINE_LANES.find((one) => one.lane === lane)?.label ?? '',
            detail ? `${title}\n${detail}` : title,
          ]),
        }
      : empty('Событий нет.'),
  ];
}
