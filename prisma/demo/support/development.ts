/** Decisions, mentoring, deficits, courses, routes, psychologists, projects and experience of 2019-2020. */
import type { Prisma } from '@/lib/db/generated/client';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST, COORDINATOR } from '../people';
import type { RandomSource } from '../random';
import type { DemoSchool } from '../schools';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

const changed = (at: Date, by = BY_HEAD) => ({ version: 1, changedBy: by, changedAt: at });

const DECISIONS = [
  [
    'ORDER',
    '118-д',
    [2019, 9, 12],
    'Об организации комплексного обследования школ с низкими результатами',
    'Руководитель МОЦ',
    [2020, 1, 31],
    'EXECUTED',
    'Обследование проведено в семи школах, в одной продолжается.',
  ],
  [
    'LETTER',
    '29',
    [2020, 2, 7],
    'О направлении аналитического отчёта по результатам ВПР 2017–2019',
    'Методический отдел',
    [2020, 2, 14],
    'EXECUTED',
    'Отчёт направлен в школы.',
  ],
  [
    'ORDER',
    '14-д',
    [2020, 1, 31],
    'Об утверждении программ перехода школ в эффективный режим',
    'Руководитель МОЦ',
    [2020, 8, 31],
    'OPEN',
    '',
  ],
  [
    'AGENDA',
    '3',
    [2020, 5, 20],
    'Совещание: ход программ перехода, результаты весенних работ',
    'Методист МОЦ',
    null,
    'EXECUTED',
    'Совещание проведено, протокол № 3.',
  ],
] as const;

const decisionId = (number: string) => demoId('decision', `smolensk/${number}`);

export function decisionRows(supported: readonly SupportedSchool[]): Prisma.DecisionCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return DECISIONS.map(([kind, number, [year, month, day], title, responsible, due, state, executionNote], index) => ({
    id: decisionId(number),
    municipalityId,
    kind,
    number,
    decidedOn: calendarDay(year, month, day),
    title,
    text: '',
    responsible,
    dueOn: due ? calendarDay(due[0], due[1], due[2]) : null,
    state,
    executionNote,
    executedOn:
      state === 'EXECUTED' ? calendarDay(due ? due[0] : year, due ? due[1] : month, due ? due[2] : day) : null,
    recommendationIds: [],
    ...changed(moscow(year, month, day, 12, index)),
  }));
}

export function decisionSchoolRows(supported: readonly SupportedSchool[]): Prisma.DecisionSchoolCreateManyInput[] {
  return DECISIONS.flatMap(([, number]) =>
    supported.map(({ school, municipalityId }) => ({
      decisionId: decisionId(number),
      schoolId: school.id,
      municipalityId,
    })),
  );
}

export function mentoringRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.MentoringPairCreateManyInput[] {
  const hosts = ['40', '29', '16'].flatMap((number) => schools.find(({ code }) => code === `smolensk-${number}`) ?? []);
  return supported.slice(0, 6).flatMap(({ school, municipalityId, place }) => {
    const mentor = hosts[place % 3];
    const kind = (['TEACHER', 'HEAD', 'SCHOOL'] as const)[place % 3] ?? 'TEACHER';
    if (!mentor) return [];
    return [
      {
        id: demoId('mentoring', school.code),
        municipalityId,
        kind,
        mentorSchoolId: mentor.id,
        schoolId: school.id,
        mentorPost: kind === 'TEACHER' ? 'Учитель математики высшей категории' : kind === 'HEAD' ? 'Директор' : '',
        menteePost: kind === 'TEACHER' ? 'Учитель математики' : kind === 'HEAD' ? 'Директор' : '',
        subject: kind === 'TEACHER' ? 'Математика' : '',
        goal: 'Научиться разбирать результаты по элементам и строить урок с заданиями трёх уровней.',
        startsOn: calendarDay(2020, 1, 20),
        endsOn: calendarDay(2020, 5, 29),
        status: place < 3 ? ('FINISHED' as const) : ('RUNNING' as const),
        outcome: place < 3 ? 'Проведено восемь взаимных уроков, уроки строятся по уровням.' : '',
        ...changed(moscow(2020, 1, 20, 12, place), CITY_METHODIST.name),
      },
    ];
  });
}

const SUBJECTS = ['Математика', 'Русский язык'] as const;
const AREAS = ['METHOD', 'ASSESSMENT'] as const;

export function deficitRows(
  supported: readonly SupportedSchool[],
  draw: RandomSource,
): Prisma.TeacherDeficitCreateManyInput[] {
  return supported.flatMap(({ school, municipalityId }) =>
    SUBJECTS.flatMap((subject) =>
      AREAS.map((area) => {
        const random = draw('deficit', school.code, subject, area);
        const teachers = random.between(4, 9);
        return {
          schoolId: school.id,
          schoolYear: SUPPORT_YEAR,
          subject,
          area,
          municipalityId,
          teachers,
          withDeficit: random.between(0, Math.ceil(teachers * 0.7)),
          ...changed(moscow(2020, 1, 16, 12), CITY_METHODIST.name),
        };
      }),
    ),
  );
}

/** The five programmes that seed 2 names. */
const COURSES = [
  'Проектирование адресных программ поддержки общеобразовательных организаций с низкими результатами и общеобразовательных организаций, функционирующих в неблагоприятных социальных условиях',
  'Управление реализацией адресных программ поддержки общеобразовательных организаций с низкими результатами и общеобразовательных организаций, функционирующих в неблагоприятных социальных условиях',
  'Адресное сопровождение общеобразовательных организаций с низкими результатами и общеобразовательных организаций, функционирующих в неблагоприятных социальных условиях',
  'Наставничество как эффективный механизм деятельности муниципальных центров по сопровождению учителей общеобразовательных организаций с низкими результатами и общеобразовательных организаций, функционирующих в неблагоприятных социальных условиях',
  'Управление качеством жизни ребенка в школе с низкими результатами и школе, функционирующей в неблагоприятных социальных условиях',
] as const;

const courseId = (index: number) => demoId('course', `soiro/${index}`);

export function courseRows(regionId: string): Prisma.CourseCreateManyInput[] {
  return COURSES.map((title, index) => ({
    id: courseId(index),
    regionId,
    title,
    hours: [36, 36, 24, 24, 18][index] ?? 24,
    places: 40,
    startsOn: calendarDay(2020, 2, 3 + 7 * index),
    endsOn: calendarDay(2020, 3, 13 + 3 * index),
    audience: index === 3 ? 'Сотрудники МОЦ, учителя-наставники' : 'Руководители и педагоги школ',
    active: true,
    ...changed(moscow(2020, 1, 10, 12, index), COORDINATOR.name),
  }));
}

export function courseEnrolmentRows(supported: readonly SupportedSchool[]): Prisma.CourseEnrolmentCreateManyInput[] {
  return supported.flatMap(({ school, municipalityId, place }) =>
    COURSES.flatMap((_, index) => {
      if ((place + index) % 2 === 1) return [];
      const enrolled = 1 + ((place + index) % 4);
      return [
        {
          courseId: courseId(index),
          schoolId: school.id,
          municipalityId,
          enrolled,
          completed: place === 7 ? 0 : enrolled,
          ...changed(moscow(2020, 3, 20, 12, place), CITY_METHODIST.name),
        },
      ];
    }),
  );
}

export function learningRouteRows(
  supported: readonly SupportedSchool[],
  draw: RandomSource,
): Prisma.LearningRoutesCreateManyInput[] {
  return supported.flatMap(({ school, municipalityId }) =>
    [5, 7, 9].flatMap((grade) =>
      SUBJECTS.map((subject) => {
        const random = draw('routes', school.code, grade, subject);
        const routes = random.between(2, 18);
        const completed = random.between(0, Math.floor(routes / 2));
        return {
          schoolId: school.id,
          schoolYear: SUPPORT_YEAR,
          grade,
          subject,
          municipalityId,
          routes,
          progressing: random.between(completed, routes),
          completed,
          ...changed(moscow(2020, 5, 15, 12)),
        };
      }),
    ),
  );
}

const WORKS = [
  ['DIAGNOSTICS', 'Учебная мотивация и школьная тревожность', 3],
  ['PARENT_CONSULTATION', 'Как помочь ребёнку с учёбой дома', 6],
  ['TEACHER_CONSULTATION', 'Работа со слабоуспевающими', 4],
  ['TRAINING', 'Самоопределение и уверенность', 5],
] as const;

export function psychologyRows(supported: readonly SupportedSchool[]): Prisma.PsychologyWorkCreateManyInput[] {
  return supported.flatMap(({ school, municipalityId, place }) =>
    WORKS.slice(0, place === 7 ? 1 : WORKS.length).map(([kind, theme, sessions], index) => ({
      id: demoId('psychology', `${school.code}/${kind}`),
      schoolId: school.id,
      municipalityId,
      kind,
      heldOn: calendarDay(2020, 1 + index, 20 + (place % 5)),
      theme,
      sessions,
      participants: sessions * (8 + place),
      ...changed(moscow(2020, 1 + index, 28, 12, place), CITY_METHODIST.name),
    })),
  );
}

const projectId = (index: number) => demoId('project', `smolensk/${index}`);

export function projectRows(supported: readonly SupportedSchool[]): Prisma.ProjectCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  const monitoring = [{ on: '2020-05-15', share: 70, conclusion: 'Идёт по плану, летняя смена перенесена.' }];
  return [
    {
      id: projectId(0),
      municipalityId,
      kind: 'PROJECT' as const,
      title: 'Школа, которая учится у школы',
      aims: 'Передать опыт школ-лидеров школам с нестабильными результатами через взаимные уроки и общие материалы.',
      status: 'RUNNING' as const,
      startsOn: calendarDay(2019, 9, 2),
      endsOn: calendarDay(2021, 5, 31),
      content: {
        stages: [
          { title: 'Диагностика и выбор пар', due: '2019-12-25', done: 'yes' },
          { title: 'Взаимные уроки', due: '2020-05-29', done: 'no' },
        ],
        results: '',
        monitoring,
        equipment: [{ what: 'Класс для видеозаписи уроков', needed: 2, there: 1 }],
        staff: [{ who: 'Учителя-наставники', needed: 12, there: 12 }],
      },
      ...changed(moscow(2019, 9, 2, 12)),
    },
    {
      id: projectId(1),
      municipalityId,
      kind: 'PROGRAMME' as const,
      title: 'Одарённые дети города',
      aims: 'Выявлять и развивать способности обучающихся, готовить к ВсОШ.',
      status: 'RUNNING' as const,
      startsOn: calendarDay(2019, 9, 2),
      endsOn: calendarDay(2020, 8, 31),
      content: {
        stages: [{ title: 'Профильная смена', due: '2020-06-20', done: 'no' }],
        results: 'Участников муниципального этапа ВсОШ стало больше.',
        monitoring,
        equipment: [{ what: 'Лаборатория естественных наук', needed: 1, there: 1 }],
        staff: [{ who: 'Педагоги дополнительного образования', needed: 4, there: 4 }],
      },
      ...changed(moscow(2019, 9, 2, 13)),
    },
  ];
}

export function projectSchoolRows(supported: readonly SupportedSchool[]): Prisma.ProjectSchoolCreateManyInput[] {
  return [0, 1].flatMap((index) =>
    supported
      .slice(0, 8 - 3 * index)
      .map(({ school, municipalityId }) => ({ projectId: projectId(index), schoolId: school.id, municipalityId })),
  );
}

export function experienceRows(supported: readonly SupportedSchool[]): Prisma.SchoolExperienceCreateManyInput[] {
  return supported.slice(0, 2).map(({ school, municipalityId, place }) => ({
    id: demoId('experience', school.code),
    schoolId: school.id,
    municipalityId,
    projectId: projectId(0),
    title: place === 0 ? 'Банк заданий трёх уровней по математике' : 'Пять минут с текстом на каждом уроке',
    text: 'Учителя параллели составляют задания вместе, раз в месяц меняются с партнёром и смотрят, какие элементы западают.',
    direction: 'Повышение компетентности педагогов',
    publishedAt: place === 0 ? moscow(2020, 6, 10, 12) : null,
    publishedBy: place === 0 ? CITY_METHODIST.name : null,
    version: 1,
    writtenBy: CITY_METHODIST.name,
    changedAt: moscow(2020, 6, 8, 12, place),
  }));
}
