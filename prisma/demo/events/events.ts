/** The six events that the seed names (slide 16), and the region's own; the rest of the year is invented around them. */
import type { Prisma } from '@/lib/db/generated/client';
import type { EventKind, WorkDirection } from '@/lib/domain/events/words';
import { demoId } from '../identifiers';
import { moscow } from '../moments';
import type { DemoSchool } from '../schools';
import { BY_HEAD, type SupportedSchool } from '../support/supported';

interface DemoEvent {
  key: string;
  kind: EventKind;
  direction?: WorkDirection;
  title: string;
  /** year, month, day, first and last hour */
  on: readonly [number, number, number, number, number];
  about?: string;
  place?: string;
  link?: string;
  /** number of the host school */
  host?: string;
  /** numbers of the schools it is for; empty: open to all */
  schools?: readonly string[];
  audience?: string;
  capacity?: number;
  /** stands on the page of the centre that needs no sign-in */
  public?: true;
  status?: 'DRAFT' | 'CANCELLED';
  cancelReason?: string;
  /** key of the series that it belongs to */
  series?: string;
}

const IN_CENTRE = 'Методический отдел МБУ ДО «ЦДО»';

/** A consultation every second Wednesday of the autumn; one was cancelled, the last is not announced yet. */
const HOUR = 'Час методиста: вопросы по программам перехода';
const HOURS: readonly DemoEvent[] = (
  [
    [9, 16],
    [9, 30],
    [10, 14],
    [10, 28],
    [11, 11],
    [11, 25],
  ] as const
).map(([month, day]) => ({
  ...{ key: `hour-${month}-${day}`, series: 'hour', kind: 'CONSULTATION', direction: 'COMPETENCE', title: HOUR },
  ...{ on: [2020, month, day, 15, 16], place: `${IN_CENTRE}, кабинет 5`, audience: 'Заместители директора' },
  ...(day === 28 && { status: 'CANCELLED', cancelReason: 'Осенние каникулы: следующая встреча 11 ноября.' }),
  ...(day === 25 && { status: 'DRAFT' }),
}));

const EVENTS: readonly DemoEvent[] = [
  ...HOURS,
  {
    key: 'mechanisms',
    public: true,
    kind: 'DIALOGUE_PLATFORM',
    direction: 'NORMATIVE',
    title: 'Механизмы и инструментарий управления качеством образования в современной школе',
    on: [2019, 8, 28, 10, 13],
    place: IN_CENTRE,
    audience: 'Сотрудники МОЦ, руководители и педагоги школ с нестабильными образовательными результатами',
  },
  {
    key: 'modern-lesson',
    kind: 'DIALOGUE_PLATFORM',
    title: 'Современный урок',
    on: [2020, 1, 17, 10, 13],
    host: '40',
    schools: ['19', '36'],
  },
  {
    key: 'professional-talk',
    kind: 'DIALOGUE_PLATFORM',
    title: 'Профессиональный разговор',
    on: [2020, 1, 21, 11, 13],
    host: '29',
    schools: ['01'],
  },
  {
    key: 'motivation',
    kind: 'DIALOGUE_PLATFORM',
    title: 'Формирование учебной мотивации как средство повышения качества образования',
    on: [2020, 1, 24, 10, 12],
    host: '16',
    schools: ['38'],
  },
  {
    key: 'efficiency',
    kind: 'ROUND_TABLE',
    title: 'Эффективность и качество образовательного процесса: новые взгляды и на методы и механизмы',
    on: [2020, 1, 30, 14, 16],
    host: '40',
  },
  {
    key: 'planned-results',
    kind: 'ONLINE_CONFERENCE',
    direction: 'COMPETENCE',
    title:
      'Методики определения уровня достижений планируемых результатов, обучающихся на уровне среднего общего образования',
    on: [2020, 2, 27, 15, 17],
    host: '29',
    link: 'https://example.org/conference',
    audience: 'Заместители директора',
  },
  // invented: what stands around the six in a centre's year
  {
    key: 'acts',
    kind: 'SEMINAR',
    direction: 'NORMATIVE',
    title: 'Положения школы о системе оценки: что проверить',
    on: [2019, 10, 10, 14, 16],
    place: IN_CENTRE,
    capacity: 60,
  },
  {
    key: 'levels',
    kind: 'MASTER_CLASS',
    direction: 'COMPETENCE',
    title: 'Задания трёх уровней на уроке математики',
    on: [2019, 12, 5, 14, 16],
    host: '40',
    capacity: 30,
  },
  {
    key: 'parents',
    kind: 'CONSULTATION',
    direction: 'COMPETENCE',
    title: 'Как говорить с родителями о трудностях в учёбе',
    on: [2020, 3, 12, 17, 18],
    link: 'https://example.org/consultation',
  },
  {
    key: 'spring',
    kind: 'NETWORK_EVENT',
    title: 'Взаимные уроки школ-партнёров',
    on: [2020, 4, 16, 9, 14],
    host: '29',
    status: 'CANCELLED',
    cancelReason: 'Перенесено на осень: школы учатся дистанционно.',
  },
  {
    key: 'autumn',
    kind: 'DIALOGUE_PLATFORM',
    title: 'Первые итоги программ перехода в эффективный режим',
    on: [2020, 10, 22, 14, 16],
    place: IN_CENTRE,
    schools: ['06', '07', '08', '11', '17', '18', '22', '23'],
    audience: 'Директора школ с поддержкой',
  },
  {
    key: 'workbook',
    kind: 'TRAINING',
    direction: 'COMPETENCE',
    title: 'Рабочая тетрадь причин неуспешности: как заполнять командой',
    on: [2020, 11, 12, 14, 17],
    place: IN_CENTRE,
    status: 'DRAFT',
  },
];

const REGIONAL: readonly DemoEvent[] = [
  {
    key: 'regional-adult',
    kind: 'SEMINAR',
    direction: 'PROJECTS',
    title: 'Адресная поддержка школ: что взять из федерального проекта',
    on: [2020, 10, 8, 11, 13],
    link: 'https://example.org/support',
    audience: 'Методисты МОЦ, директора школ с поддержкой',
    status: 'CANCELLED',
    cancelReason: 'Перенесено на весну по просьбе муниципалитетов.',
  },
  {
    key: 'regional-spring',
    kind: 'ROUND_TABLE',
    direction: 'NETWORKING',
    title: 'Итоги года муниципальных центров',
    on: [2021, 5, 20, 10, 13],
    place: 'ГАУ ДПО СОИРО',
    audience: 'Методисты МОЦ',
    status: 'DRAFT',
  },
  {
    key: 'regional-objectivity',
    kind: 'SEMINAR',
    direction: 'NORMATIVE',
    title: 'Объективность оценивания: что показывает муниципалитету карта ВПР',
    on: [2020, 2, 13, 10, 13],
    place: 'ГАУ ДПО СОИРО',
    audience: 'Методисты МОЦ',
  },
  {
    key: 'regional-cycle',
    public: true,
    kind: 'ONLINE_CONFERENCE',
    direction: 'NORMATIVE',
    title: 'Управленческий цикл муниципалитета: от целей до эффективности мер',
    on: [2020, 11, 19, 10, 12],
    link: 'https://example.org/cycle',
  },
];

function rowOf(
  event: DemoEvent,
  place: { regionId: string; municipalityId: string | null },
  schools: readonly DemoSchool[],
): Prisma.EventCreateManyInput {
  const [year, month, day, from, to] = event.on;
  return {
    id: demoId('event', event.key),
    seriesId: event.series ? demoId('event-series', event.series) : null,
    ...place,
    ...{ kind: event.kind, direction: event.direction ?? 'NETWORKING', title: event.title, about: event.about ?? '' },
    ...{ startsAt: moscow(year, month, day, from), endsAt: moscow(year, month, day, to) },
    ...{ place: event.place ?? '', link: event.link ?? '', audience: event.audience ?? '' },
    hostSchoolId: schools.find(({ code }) => code === `smolensk-${event.host}`)?.id ?? null,
    openToAll: event.schools === undefined,
    capacity: event.capacity ?? null,
    public: event.public ?? false,
    status: event.status ?? 'PUBLISHED',
    cancelReason: event.cancelReason ?? '',
    sequence: event.status === 'CANCELLED' ? 1 : 0,
    changedBy: place.municipalityId ? BY_HEAD : 'Региональный координатор СОИРО',
    changedAt: moscow(year, month, Math.max(1, day - 7), 12),
  };
}

/** The series that the events of Smolensk belong to. */
export function eventSeriesRows(
  supported: readonly SupportedSchool[],
  regionId: string,
): Prisma.EventSeriesCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  return municipalityId ? [{ id: demoId('event-series', 'hour'), regionId, municipalityId, title: HOUR }] : [];
}

/** Events of Smolensk and of the region. */
export function eventRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
  regionId: string,
): Prisma.EventCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return [
    ...EVENTS.map((event) => rowOf(event, { regionId, municipalityId }, schools)),
    ...REGIONAL.map((event) => rowOf(event, { regionId, municipalityId: null }, schools)),
  ];
}

/** Whom they are for. */
export function eventInvitationRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.EventInvitationCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return EVENTS.flatMap(({ key, on: [year, month, day], schools: numbers = [] }) =>
    numbers.flatMap((number) => {
      const school = schools.find(({ code }) => code === `smolensk-${number}`);
      const invitedAt = moscow(year, month, Math.max(1, day - 7), 12);
      return school ? [{ eventId: demoId('event', key), schoolId: school.id, municipalityId, invitedAt }] : [];
    }),
  );
}
