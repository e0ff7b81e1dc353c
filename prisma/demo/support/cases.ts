/** Cases of the eight schools of 2019-2020 and of the five of 2018-2019 which МОЦ's methodist curates. */
import type { Prisma } from '@/lib/db/generated/client';
import { CASE_STEPS, type StepCode, type StepState } from '@/lib/domain/support/case';
import { demoId } from '../identifiers';
import type { DemoList } from '../lists';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST, COORDINATOR, principalOf } from '../people';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

const caseId = (code: string) => demoId('support-case', code);

const OPENED = moscow(2019, 11, 26, 10);
/** The first of the eight left the list with its grounds. */
const closed = ({ place }: SupportedSchool) => place === 0;

export function curatorshipRows(schools: readonly SupportedSchool[]): Prisma.CuratorshipCreateManyInput[] {
  return schools.map(({ school, municipalityId }) => ({
    id: demoId('curatorship', school.code),
    schoolId: school.id,
    municipalityId,
    accountId: CITY_METHODIST.accountId,
    accountName: CITY_METHODIST.name,
    startedOn: calendarDay(2019, 9, 16),
    assignedBy: BY_HEAD,
  }));
}

export function supportCaseRows(
  schools: readonly SupportedSchool[],
  lists: readonly DemoList[],
): Prisma.SupportCaseCreateManyInput[] {
  const list = lists.find(
    ({ rule, supersededBy, card }) =>
      rule.track === 'LOW_RESULTS' &&
      !supersededBy &&
      card.campaign.autumn === 2019 &&
      card.campaign.municipality.code === 'smolensk',
  );
  return schools.map((supported) => {
    const { school, municipalityId, place } = supported;
    const ended = closed(supported);
    return {
      id: caseId(school.code),
      schoolId: school.id,
      municipalityId,
      schoolYear: SUPPORT_YEAR,
      listId: list?.id ?? null,
      status: ended ? ('CLOSED' as const) : ('OPEN' as const),
      version: 2,
      contacts: [{ post: principalOf(school).name, phone: '', email: principalOf(school).email ?? '' }],
      nextReviewOn: ended ? null : calendarDay(2020, 9, 14 + place),
      openedAt: OPENED,
      openedBy: BY_HEAD,
      closedAt: ended ? moscow(2020, 8, 25, 12) : null,
      closedBy: ended ? BY_HEAD : null,
      closeGround: ended ? 'Программа выполнена, результаты ВПР подтверждены перекрёстной проверкой.' : null,
    };
  });
}

const HELD: Readonly<Record<StepCode, Date>> = {
  NOTIFIED: OPENED,
  CURATOR: OPENED,
  EXAMINED: moscow(2020, 1, 29, 16),
  PROGRAMME: moscow(2020, 1, 31, 15),
  PARTNER: moscow(2020, 1, 16, 12),
  REVIEWED: moscow(2020, 5, 20, 14),
  CLOSED: moscow(2020, 8, 25, 12),
};
const DUE: Readonly<Record<StepCode, Date>> = {
  NOTIFIED: calendarDay(2019, 11, 29),
  CURATOR: calendarDay(2019, 11, 29),
  EXAMINED: calendarDay(2020, 1, 31),
  PROGRAMME: calendarDay(2020, 1, 31),
  PARTNER: calendarDay(2020, 1, 31),
  REVIEWED: calendarDay(2020, 5, 29),
  CLOSED: calendarDay(2020, 8, 31),
};

/** How the story of a school differs, by its place: the steps that are not done. */
const OPEN_STEPS: Readonly<Record<number, Partial<Record<StepCode, StepState>>>> = {
  3: { PROGRAMME: 'DOING' },
  5: { PARTNER: 'DOING' },
  7: { EXAMINED: 'DOING', PROGRAMME: 'TODO', REVIEWED: 'TODO' },
};

export function caseStepRows(schools: readonly SupportedSchool[]): Prisma.CaseStepCreateManyInput[] {
  return schools.flatMap((supported) => {
    const { school, municipalityId, place } = supported;
    return CASE_STEPS.map(({ code }) => {
      const last = code === 'CLOSED' && !closed(supported);
      const state = last ? 'TODO' : (OPEN_STEPS[place]?.[code] ?? 'DONE');
      return {
        caseId: caseId(school.code),
        code,
        schoolId: school.id,
        municipalityId,
        state,
        ownerId: CITY_METHODIST.accountId,
        ownerName: CITY_METHODIST.name,
        dueOn: last ? null : DUE[code],
        doneAt: state === 'DONE' ? HELD[code] : null,
        version: 2,
      };
    });
  });
}

type Entry = Pick<Prisma.CaseEntryCreateManyInput, 'kind' | 'text' | 'shared'> & {
  day: Date;
  more?: Partial<Prisma.CaseEntryCreateManyInput>;
};

function entriesOf(supported: SupportedSchool): Entry[] {
  const { place } = supported;
  const entries: Entry[] = [
    {
      kind: 'NOTE',
      day: calendarDay(2019, 12, 9 + place),
      shared: true,
      text: 'Собеседование с руководителем проведено вместе с СОИРО, договорились о плане мероприятий.',
    },
    {
      kind: 'NOTE',
      day: calendarDay(2020, 2, 12 + place),
      shared: true,
      text: 'Школа представила отчёт о реализации плана мероприятий по повышению качества обучения.',
    },
  ];
  if (place !== 7) {
    entries.push({
      kind: 'REVIEW',
      day: calendarDay(2020, 5, 18 + (place % 5)),
      shared: true,
      text: 'Рассмотрен ход программы: меры выполняются, результаты весенних работ разобраны.',
      more: { nextOn: calendarDay(2020, 9, 14 + place) },
    });
  }
  if (place === 4) {
    entries.push({
      kind: 'CONCERN',
      day: calendarDay(2020, 3, 10),
      shared: false,
      text: 'Учитель математики 8–9 классов уволился, уроки ведутся заменой.',
      more: {
        concern: 'RESOLVED',
        escalatedTo: 'Управление образования, письмо от 12.03.2020',
        escalatedAt: moscow(2020, 3, 12, 11),
        resolution: 'С 6 апреля предмет ведёт учитель школы-партнёра по совместительству.',
        resolvedAt: moscow(2020, 4, 7, 10),
        version: 3,
      },
    });
  }
  if (place === 6) {
    entries.push({
      kind: 'CONCERN',
      day: calendarDay(2020, 4, 21),
      shared: false,
      text: 'Отчёты школы расходятся с журналами: нужна проверка объективности.',
      more: {
        concern: 'ESCALATED',
        escalatedTo: 'Управление образования, служебная записка',
        escalatedAt: moscow(2020, 4, 24, 15),
        version: 2,
      },
    });
  }
  return entries;
}

export function caseEntryRows(schools: readonly SupportedSchool[]): Prisma.CaseEntryCreateManyInput[] {
  return schools.flatMap((supported) =>
    entriesOf(supported).map(({ kind, day, text, shared, more }, index) => ({
      id: demoId('case-entry', `${supported.school.code}/${index}`),
      caseId: caseId(supported.school.code),
      schoolId: supported.school.id,
      municipalityId: supported.municipalityId,
      kind,
      happenedOn: day,
      text,
      shared,
      authorId: CITY_METHODIST.accountId,
      authorName: CITY_METHODIST.name,
      createdAt: new Date(day.getTime() + 10 * 3_600_000),
      version: 1,
      ...more,
    })),
  );
}

export function watchRows(schools: readonly SupportedSchool[]): Prisma.WatchEntryCreateManyInput[] {
  const [first, , third] = schools;
  const watched = [
    {
      of: third,
      level: 'REGION' as const,
      reason: 'Третий год в списке: СОИРО смотрит за программой.',
      by: COORDINATOR.name,
    },
    { of: first, level: 'CENTRE' as const, reason: 'Вышла из списка: проверить, удержится ли результат.', by: BY_HEAD },
  ];
  return watched.flatMap(({ of, level, reason, by }) =>
    of
      ? [
          {
            id: demoId('watch', `${of.school.code}/${level}`),
            schoolId: of.school.id,
            municipalityId: of.municipalityId,
            level,
            reason,
            addedBy: by,
            addedAt: moscow(2020, 9, 1, 10),
          },
        ]
      : [],
  );
}

export function caseStudyRows(schools: readonly SupportedSchool[]): Prisma.CaseStudyCreateManyInput[] {
  const [first, second] = schools;
  if (!first || !second) return [];
  const study = (
    supported: SupportedSchool,
    title: string,
    situation: string,
    measures: string,
    outcome: string,
    published: boolean,
  ) => ({
    id: demoId('case-study', supported.school.code),
    municipalityId: supported.municipalityId,
    schoolId: supported.school.id,
    title,
    situation,
    measures,
    outcome,
    criteria: supported.criteria.slice(0, 3),
    published,
    writtenBy: CITY_METHODIST.name,
    changedAt: moscow(2020, 6, 15, 12),
  });
  return [
    study(
      first,
      'Взаимные уроки с партнёром по математике',
      'Половина девятиклассников писала пробный ОГЭ ниже порога, учителя работали поодиночке.',
      'Пары учителей со школой-партнёром, взаимные уроки раз в две недели, общий банк заданий трёх уровней.',
      'К весне все девятиклассники преодолели порог пробной работы; отметки подтверждены перекрёстной проверкой.',
      true,
    ),
    study(
      second,
      'Текст на каждом уроке',
      'Ученики 5–7 классов не понимали условий заданий, ошибки повторялись по всем предметам.',
      'Единая неделя чтения, пять минут работы с текстом на каждом уроке, общий лист наблюдений.',
      'Выросло выполнение заданий на понимание текста; работа продолжается.',
      false,
    ),
  ];
}
