/** Programmes of transition of the eight schools: seven approved in January 2020, one returned; reports of February 2020. */
import type { Prisma } from '@/lib/db/generated/client';
import { type MeasureState, type ProgrammeContent, readProgramme } from '@/lib/domain/programme/content';
import { type ProgrammeStatus, STAGE_DAYS, STAGE_KINDS } from '@/lib/domain/programme/progress';
import { dayAfter } from '@/lib/domain/support/days';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST, principalOf } from '../people';
import { findingId } from './examinations';
import { partnershipId } from './partnerships';
import { recommendationId } from './recommendations';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

const programmeId = (code: string) => demoId('programme', code);
const APPROVED = moscow(2020, 1, 31, 15);
const APPROVED_ON = '2020-01-31';

/** By the place of the school: finished, returned, a draft that was never sent, the rest running. */
const STATUSES: readonly ProgrammeStatus[] = [
  'FINISHED',
  'RUNNING',
  'RUNNING',
  'RETURNED',
  'RUNNING',
  'RUNNING',
  'APPROVED',
  'DRAFT',
];
const statusOf = ({ place }: SupportedSchool): ProgrammeStatus => STATUSES[place] ?? 'RUNNING';
const isApproved = (status: ProgrammeStatus) => status === 'APPROVED' || status === 'RUNNING' || status === 'FINISHED';

type Measure = [title: string, responsible: string, startsOn: string, endsOn: string, number: number];
const MEASURES: readonly Measure[] = [
  [
    'План восполнения пробелов по русскому языку и математике',
    'Заместитель директора по УВР',
    '2020-02-03',
    '2020-03-16',
    1,
  ],
  [
    'Перекрёстная проверка проверочных работ с партнёром',
    'Руководитель методического объединения',
    '2020-02-10',
    '2020-04-30',
    2,
  ],
  ['Взаимные уроки со школой-партнёром', 'Учителя математики и русского языка', '2020-02-17', '2020-05-15', 3],
  ['Консультации психолога для обучающихся и родителей', 'Педагог-психолог', '2020-02-10', '2020-05-25', 4],
  ['Внутришкольный контроль с решениями по каждому разбору', 'Директор', '2020-02-03', '2020-05-29', 5],
];

function stateOf({ place }: SupportedSchool, index: number): MeasureState {
  const status = STATUSES[place];
  if (status === 'FINISHED') return 'DONE';
  if (status !== 'RUNNING') return 'PLANNED';
  // the second school has a late measure, the rest have done theirs
  return place === 1 && index === 2 ? 'RUNNING' : 'DONE';
}

export function programmeContent(supported: SupportedSchool): ProgrammeContent {
  const { school, criteria, place } = supported;
  const withRecommendations = place !== 2;
  return readProgramme({
    passport: {
      responsible: 'Директор школы',
      orderNumber: `${12 + place}-од`,
      orderDate: '2020-01-27',
      periodFrom: '2020-02-01',
      periodTo: '2022-08-31',
      basis: 'Список школ с низкими результатами 2019-2020 учебного года, акт комплексного обследования',
    },
    analysis: {
      summary:
        'Карта и обследование показали пробелы прошлых лет по математике, завышение отметок и слабый внутришкольный контроль.',
      strengths: 'Стабильный коллектив, есть опыт проектной работы.',
      weaknesses: 'Мало заданий разного уровня, результаты не разбираются по элементам.',
      opportunities: 'Школа-партнёр, курсы СОИРО, методические объединения города.',
      threats: 'Замены учителей, низкая мотивация 8–9 классов.',
      points: criteria.slice(0, 3).map((criterion, index) => ({
        id: `p-${index + 1}`,
        criterion,
        why: 'Пробелы прошлых лет не восполнялись, ошибки не разбирались.',
      })),
    },
    aims: [
      {
        id: 'a-1',
        text: 'Снизить сумму отрицательных критериев и выйти из списка',
        tasks: 'Восполнить пробелы 5–9 классов\nСделать оценивание объективным\nНаучить учителей разбирать результаты',
      },
    ],
    indicators: [
      {
        id: 'i-1',
        title: 'Сумма отрицательных критериев',
        unit: 'баллов',
        source: 'NEGATIVE_SUM',
        baseline: criteria.length,
        targets: [
          { schoolYear: '2020-2021', value: Math.max(0, criteria.length - 4) },
          { schoolYear: '2021-2022', value: Math.max(0, criteria.length - 8) },
        ],
      },
      {
        id: 'i-2',
        title: 'Признаков, требующих дополнительного анализа',
        unit: 'признаков',
        source: 'BIAS_SIGNS',
        baseline: 6,
        targets: [{ schoolYear: '2020-2021', value: 2 }],
      },
      {
        id: 'i-3',
        title: 'Учителей, прошедших обучение',
        unit: 'человек',
        baseline: 2,
        targets: [{ schoolYear: '2019-2020', value: 6 }],
        facts: [{ schoolYear: '2019-2020', value: 5 + (place % 3) }],
      },
    ],
    measures: MEASURES.map(([title, responsible, startsOn, endsOn, number], index) => ({
      id: `m-${index + 1}`,
      ...{ title, responsible, startsOn, endsOn },
      state: stateOf(supported, index),
      evidence: stateOf(supported, index) === 'DONE' ? 'Протокол методического объединения, справка' : '',
      criteria: criteria.filter((_, at) => at % MEASURES.length === index).slice(0, 2),
      findingIds: [findingId(school.code, number)],
      recommendationIds: withRecommendations && place !== 7 ? [recommendationId(school.code, number)] : [],
      partnershipId: index === 2 && place !== 5 ? partnershipId(place) : null,
    })),
    resources: [{ id: 'r-1', kind: 'Кадры', text: 'Два наставника партнёра, методист МОЦ' }],
    partners: [{ id: 'pt-1', text: 'Школа-партнёр: взаимные уроки и перекрёстная проверка' }],
    risks: [
      { id: 'rk-1', factor: 'R02', text: 'Замена учителя математики', response: 'Совместительство учителя партнёра' },
    ],
    antiRisk: [
      {
        id: 'ar-1',
        factor: 'R11',
        aim: 'Уменьшить долю обучающихся с риском неуспешности',
        measures: 'Индивидуальные маршруты, ежемесячный разбор',
        result: 'Доля подтвердивших отметки на ВПР растёт',
      },
    ],
  });
}

export function programmeRows(schools: readonly SupportedSchool[]): Prisma.ProgrammeCreateManyInput[] {
  return schools.map((supported) => {
    const { school, municipalityId, place } = supported;
    const status = statusOf(supported);
    const principal = principalOf(school).name;
    const submitted = status !== 'DRAFT';
    const approved = isApproved(status);
    return {
      id: programmeId(school.code),
      schoolId: school.id,
      municipalityId,
      schoolYear: SUPPORT_YEAR,
      title: 'Программа перехода в эффективный режим функционирования',
      status,
      version: submitted ? 4 : 2,
      content: programmeContent(supported) as unknown as Prisma.InputJsonValue,
      dueOn: calendarDay(2020, 1, 31),
      returnComment:
        status === 'RETURNED'
          ? 'Показатели: план на 2021-2022 не обоснован. Дорожная карта: укажите, кто проверяет восполнение пробелов.'
          : null,
      submittedBy: submitted ? principal : null,
      submittedAt: submitted ? moscow(2020, 1, 28, 12, place) : null,
      approvedBy: approved ? BY_HEAD : null,
      approvedAt: approved ? APPROVED : null,
      finishedAt: status === 'FINISHED' ? moscow(2020, 8, 24, 12) : null,
      summary:
        status === 'FINISHED'
          ? 'Меры выполнены, отметки подтверждены перекрёстной проверкой; школа выходит из списка.'
          : '',
      changedBy: approved ? BY_HEAD : principal,
      changedAt: approved ? APPROVED : moscow(2020, 1, 29, 17, place),
    };
  });
}

export function programmeRevisionRows(schools: readonly SupportedSchool[]): Prisma.ProgrammeRevisionCreateManyInput[] {
  return schools.flatMap((supported) => {
    const { school, municipalityId, place } = supported;
    const status = statusOf(supported);
    if (status === 'DRAFT') return [];
    const whole = programmeContent(supported);
    const before = {
      ...whole,
      measures: whole.measures.slice(0, 4).map((measure) => ({ ...measure, state: 'PLANNED' as const, evidence: '' })),
    };
    const revision = (
      number: number,
      at: Date,
      by: string,
      state: ProgrammeStatus,
      content: ProgrammeContent,
      comment = '',
    ) => ({
      id: demoId('programme-revision', `${school.code}/${number}`),
      programmeId: programmeId(school.code),
      schoolId: school.id,
      municipalityId,
      number,
      status: state,
      content: content as unknown as Prisma.InputJsonValue,
      comment,
      by,
      at,
    });
    const first = revision(1, moscow(2020, 1, 28, 12, place), principalOf(school).name, 'SUBMITTED', before);
    const planned = {
      ...whole,
      measures: whole.measures.map((measure) => ({ ...measure, state: 'PLANNED' as const, evidence: '' })),
    };
    return isApproved(status)
      ? [first, revision(2, APPROVED, BY_HEAD, 'APPROVED', planned)]
      : [
          first,
          revision(
            2,
            moscow(2020, 1, 29, 17, place),
            CITY_METHODIST.name,
            'RETURNED',
            before,
            'Показатели: план на 2021-2022 не обоснован.',
          ),
        ];
  });
}

export function programmeStageRows(schools: readonly SupportedSchool[]): Prisma.ProgrammeStageCreateManyInput[] {
  return schools
    .filter((supported) => isApproved(statusOf(supported)))
    .flatMap((supported) =>
      STAGE_DAYS.map(({ kind, days }, index) => {
        const { school, municipalityId, place } = supported;
        // everybody reported in February, МОЦ assessed all but one; later looks of the programme that runs on are open
        const reported = index === 0 || statusOf(supported) === 'FINISHED' || (index === 1 && place !== 6);
        const assessed = reported && !(index === 0 && place === 6);
        const at =
          index === 0
            ? moscow(2020, 2, 26, 11, place)
            : index === 1
              ? moscow(2020, 5, 27, 11, place)
              : moscow(2020, 8, 20, 11, place);
        return {
          id: demoId('programme-stage', `${school.code}/${kind}`),
          programmeId: programmeId(school.code),
          schoolId: school.id,
          municipalityId,
          kind,
          title: STAGE_KINDS[kind],
          dueOn: new Date(dayAfter(APPROVED_ON, days)),
          report: reported
            ? 'Отчёт о реализации плана мероприятий: документы готовы, меры идут по дорожной карте.'
            : '',
          reportedBy: reported ? principalOf(school).name : null,
          reportedAt: reported ? at : null,
          assessment: assessed ? (place === 1 ? ('PARTLY' as const) : ('MET' as const)) : null,
          assessmentText: assessed
            ? place === 1
              ? 'Взаимные уроки идут с отставанием.'
              : 'Подтверждено документами.'
            : '',
          assessedBy: assessed ? CITY_METHODIST.name : null,
          assessedAt: assessed ? new Date(at.getTime() + 2 * 86_400_000) : null,
          version: assessed ? 3 : reported ? 2 : 1,
        };
      }),
    );
}

export function programmeTemplateRows(schools: readonly SupportedSchool[]): Prisma.ProgrammeTemplateCreateManyInput[] {
  const [first] = schools;
  if (!first) return [];
  const content = programmeContent(first);
  const general = {
    ...content,
    passport: readProgramme({}).passport,
    analysis: { ...content.analysis, points: [] },
    indicators: content.indicators.map((one) => ({ ...one, baseline: null, targets: [], facts: [] })),
    measures: content.measures.map((measure) => ({
      ...measure,
      ...{
        state: 'PLANNED',
        evidence: '',
        startsOn: '',
        endsOn: '',
        criteria: [],
        findingIds: [],
        recommendationIds: [],
        partnershipId: null,
      },
    })),
  };
  return [
    {
      id: demoId('programme-template', 'smolensk/1'),
      municipalityId: first.municipalityId,
      title: 'Примерная программа перехода (предложение портала)',
      content: general as unknown as Prisma.InputJsonValue,
      changedBy: BY_HEAD,
      changedAt: moscow(2019, 12, 20, 15),
    },
  ];
}
