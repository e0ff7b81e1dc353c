/** Examinations of the eight schools in the autumn and winter of 2019-2020, as the seed tells them (slide 16). */
import type { Prisma } from '@/lib/db/generated/client';
import {
  type FindingTheme,
  type PartKind,
  partLabel,
  SUGGESTED_CHECKLIST,
  SUGGESTED_REPORTS,
  SUGGESTED_THEMES,
} from '@/lib/domain/support/examination';
import { DEFAULT_WORKBOOK } from '@/lib/domain/support/workbook';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST } from '../people';
import { type Random, randomSource } from '../random';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

const SEED = 4019;
const WORKBOOK_ID = demoId('workbook', 'smolensk/1');
const KINDS: readonly PartKind[] = ['DOCUMENTS', 'INTERVIEW', 'WORKBOOK', 'VISIT', 'SURVEY'];

export const examinationId = (code: string): string => demoId('examination', code);
export const partId = (code: string, kind: PartKind): string => demoId('examination-part', `${code}/${kind}`);
export const findingId = (code: string, number: number): string => demoId('finding', `${code}/${number}`);

/** The last of the eight is still waiting for its survey: its examination is not finished. */
const unfinished = ({ place }: SupportedSchool) => place === 7;

export function workbookRows(schools: readonly SupportedSchool[]): Prisma.WorkbookVersionCreateManyInput[] {
  const municipalityId = schools[0]?.municipalityId;
  if (!municipalityId) return [];
  const at = moscow(2019, 9, 16, 11);
  return [
    {
      id: WORKBOOK_ID,
      municipalityId,
      number: 1,
      title: 'Рабочая тетрадь по выявлению причин неуспешности',
      status: 'PUBLISHED',
      sections: [...DEFAULT_WORKBOOK],
      changedBy: BY_HEAD,
      changedAt: at,
      publishedAt: at,
    },
  ];
}

export function examinationRows(schools: readonly SupportedSchool[]): Prisma.ExaminationCreateManyInput[] {
  return schools.map((supported) => {
    const open = unfinished(supported);
    return {
      id: examinationId(supported.school.code),
      schoolId: supported.school.id,
      municipalityId: supported.municipalityId,
      schoolYear: SUPPORT_YEAR,
      title: 'Комплексное обследование 2019-2020',
      startsOn: calendarDay(2019, 9, 16),
      endsOn: calendarDay(2020, 1, 31),
      status: open ? ('RUNNING' as const) : ('FINISHED' as const),
      conclusion: open
        ? ''
        : 'Причины низких результатов носят управленческий и методический характер и устранимы при поддержке партнёра. Рекомендовано разработать программу перехода в эффективный режим.',
      createdBy: BY_HEAD,
      createdAt: moscow(2019, 9, 16, 12),
      finishedBy: open ? null : BY_HEAD,
      finishedAt: open ? null : moscow(2020, 1, 29, 16, supported.place),
    };
  });
}

const DATES: Record<PartKind, { due: Date; held: (place: number) => Date }> = {
  DOCUMENTS: { due: calendarDay(2019, 10, 31), held: (place) => calendarDay(2019, 10, 21 + place) },
  INTERVIEW: { due: calendarDay(2019, 12, 20), held: (place) => calendarDay(2019, 12, 9 + place) },
  WORKBOOK: { due: calendarDay(2019, 12, 25), held: (place) => calendarDay(2019, 12, 2 + place) },
  VISIT: { due: calendarDay(2020, 1, 31), held: (place) => calendarDay(2020, 1, 13 + place) },
  SURVEY: { due: calendarDay(2020, 1, 31), held: (place) => calendarDay(2020, 1, 20 + place) },
};

export function examinationPartRows(schools: readonly SupportedSchool[]): Prisma.ExaminationPartCreateManyInput[] {
  const draw = randomSource(SEED);
  return schools.flatMap((supported) =>
    KINDS.map((kind) => {
      const { due, held } = DATES[kind];
      const done = !(kind === 'SURVEY' && unfinished(supported));
      const heldOn = held(supported.place);
      return {
        id: partId(supported.school.code, kind),
        examinationId: examinationId(supported.school.code),
        schoolId: supported.school.id,
        municipalityId: supported.municipalityId,
        kind,
        title: partLabel(kind),
        state: done ? ('DONE' as const) : ('PLANNED' as const),
        ownerId: CITY_METHODIST.accountId,
        ownerName: CITY_METHODIST.name,
        dueOn: due,
        heldOn: done ? heldOn : null,
        content: done ? contentOf(kind, draw(supported.school.code + kind)) : {},
        workbookVersionId: kind === 'WORKBOOK' ? WORKBOOK_ID : null,
        version: done ? 2 : 1,
        changedBy: CITY_METHODIST.name,
        changedAt: done ? new Date(heldOn.getTime() + 13 * 3_600_000) : moscow(2019, 9, 16, 12),
      };
    }),
  );
}

const RESULTS = [
  'Доля не преодолевших порог выше средней по городу.',
  'Мероприятия прошлого года выполнены частично.',
  'По двум предметам есть признаки, требующие дополнительного анализа.',
  'Динамики по сравнению с прошлым годом нет.',
  'Участие ниже среднего, призёров нет.',
];

function contentOf(kind: PartKind, random: Random): Prisma.InputJsonObject {
  switch (kind) {
    case 'DOCUMENTS':
      return {
        reports: SUGGESTED_REPORTS.map((title, index) => ({ title, link: '', result: RESULTS[index] ?? '' })),
        summary: 'Результаты нестабильны, планы школы не опираются на разбор результатов.',
      };
    case 'INTERVIEW':
      return {
        theme: SUGGESTED_THEMES[0] ?? '',
        centrePeople: CITY_METHODIST.name,
        regionPeople: 'Специалист центра экспертизы СОИРО',
        minutes:
          'Обсуждены причины низких и необъективных результатов ВПР. Руководитель школы согласен с анализом; договорились о плане мероприятий и о перекрёстной проверке работ.',
      };
    case 'WORKBOOK':
      return {
        answers: Object.fromEntries(
          DEFAULT_WORKBOOK.flatMap(({ questions }) =>
            questions.map(({ id, kind: answer }) => [id, ANSWERS[answer](random)]),
          ),
        ),
        team: 'Заместитель директора, руководители методических объединений, социальный педагог',
        psychologist: true,
      };
    case 'VISIT':
      return {
        checklist: SUGGESTED_CHECKLIST.map((text) => ({
          text,
          mark: random.pick(['YES', 'PARTLY', 'PARTLY', 'NO']),
          note: '',
        })),
        summary:
          'Посещены уроки русского языка и математики, проверен план мероприятий по выявлению причин низких результатов.',
        actNumber: '',
        actDate: '',
      };
    case 'SURVEY':
      return {
        method: 'Опросник учебной мотивации и школьной тревожности',
        summary: 'Преобладает средний уровень мотивации.',
      };
  }
}

const ANSWERS = {
  YES_NO: (random: Random) => random.pick(['yes', 'no']),
  SCALE: (random: Random) => random.pick(['2', '3', '3', '4']),
  NUMBER: (random: Random) => String(Math.round(8 + 30 * random.uniform())),
  TEXT: () => 'Разобрано на методических объединениях, меры включены в план.',
};

export function surveyGroupRows(schools: readonly SupportedSchool[]): Prisma.SurveyGroupCreateManyInput[] {
  const draw = randomSource(SEED + 1);
  return schools
    .filter((supported) => !unfinished(supported))
    .flatMap(({ school }) => {
      const random = draw(school.code);
      return ['5А', '6А', '7А', '8А', '9А'].map((className) => {
        const pupils = 18 + Math.round(10 * random.uniform());
        const consents = pupils - Math.round(4 * random.uniform());
        const examined = consents - Math.round(2 * random.uniform());
        const atRisk = Math.round(examined * 0.35 * random.uniform());
        return {
          partId: partId(school.code, 'SURVEY'),
          schoolId: school.id,
          className,
          pupils,
          consents,
          examined,
          atRisk,
        };
      });
    });
}

const FOUND: readonly { theme: FindingTheme; text: string; kind: PartKind; causes: string[] }[] = [
  {
    theme: 'RESULTS',
    text: 'Пробелы 5–7 классов по математике не восполняются: нет плана работы с группами обучающихся.',
    kind: 'DOCUMENTS',
    causes: ['C01'],
  },
  {
    theme: 'OBJECTIVITY',
    text: 'Отметки в журнале выше результатов ВПР; перекрёстной проверки работ в школе нет.',
    kind: 'INTERVIEW',
    causes: ['C11'],
  },
  {
    theme: 'TEACHING',
    text: 'На уроках преобладает объяснение, заданий разного уровня почти нет.',
    kind: 'VISIT',
    causes: ['C09'],
  },
  {
    theme: 'PUPILS',
    text: 'Низкая учебная мотивация в 7–9 классах; пропуски без уважительных причин.',
    kind: 'WORKBOOK',
    causes: ['C02', 'C05'],
  },
  {
    theme: 'MANAGEMENT',
    text: 'Внутришкольный контроль не выводит на решения: результаты обсуждаются, но меры не назначаются.',
    kind: 'VISIT',
    causes: ['C11'],
  },
];

export function findingRows(schools: readonly SupportedSchool[]): Prisma.FindingCreateManyInput[] {
  return schools.flatMap(({ school, municipalityId, criteria, place }) =>
    FOUND.map(({ theme, text, kind, causes }, index) => ({
      id: findingId(school.code, index + 1),
      examinationId: examinationId(school.code),
      partId: partId(school.code, kind),
      schoolId: school.id,
      municipalityId,
      theme,
      text,
      criteria: criteria.filter((_, at) => at % FOUND.length === index),
      causes,
      createdBy: CITY_METHODIST.name,
      createdAt: moscow(2020, 1, 24, 15, place * 5 + index),
    })),
  );
}
