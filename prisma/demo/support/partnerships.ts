/** Partners of the eight schools: hosts as the seed names them (slide 16), what was planned and what came of it; networks. */
import type { Prisma } from '@/lib/db/generated/client';
import type { PartnershipStatus } from '@/lib/domain/support/partnership';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { type DemoSchool, identityOn } from '../schools';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

/** One partnership for each supported school, by its place; the first two schools share one. */
export const partnershipId = (place: number): string => demoId('partnership', `smolensk/${place === 1 ? 0 : place}`);

/** Hosts by the place of the school: № 40 twice in one group, № 29, № 16 as in the seed, and their neighbours. */
const HOSTS = ['40', '40', '29', '16', '29', '14', '16', '33'] as const;
const STATUSES: readonly PartnershipStatus[] = [
  'FINISHED',
  'FINISHED',
  'RUNNING',
  'RUNNING',
  'RUNNING',
  'DECLINED',
  'AGREED',
  'RUNNING',
];

const EVENTS = [
  { on: '2020-01-17', title: 'Современный урок' },
  { on: '2020-01-17', title: 'Современный урок' },
  { on: '2020-01-21', title: 'Профессиональный разговор' },
  { on: '2020-01-24', title: 'Формирование учебной мотивации как средство повышения качества образования' },
  { on: '2020-01-21', title: 'Профессиональный разговор' },
  { on: '', title: '' },
  { on: '2020-01-24', title: 'Формирование учебной мотивации как средство повышения качества образования' },
  {
    on: '2020-01-30',
    title: 'Эффективность и качество образовательного процесса: новые взгляды на методы и механизмы',
  },
];

const nameOf = (school: DemoSchool) => identityOn(school, calendarDay(2019, 12, 1)).shortName;

function grouped(supported: readonly SupportedSchool[]) {
  return [...Map.groupBy(supported, ({ place }) => partnershipId(place))].flatMap(([id, own]) => {
    const [first] = own;
    return first ? [{ id, own, first }] : [];
  });
}

export function partnershipRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.PartnershipCreateManyInput[] {
  return grouped(supported).flatMap(({ id, own, first }) => {
    const { place, municipalityId } = first;
    const host = schools.find(({ code }) => code === `smolensk-${HOSTS[place]}`);
    const status = STATUSES[place] ?? 'RUNNING';
    const event = EVENTS[place];
    if (!host) return [];
    const agreed = status !== 'DECLINED';
    return [
      {
        id,
        municipalityId,
        hostSchoolId: host.id,
        schoolYear: SUPPORT_YEAR,
        title: `${nameOf(host)} → ${own.map(({ school }) => nameOf(school)).join(', ')}`,
        status,
        reasons: [
          'Сильна там, где школа слаба: результаты ОГЭ.',
          'Учит те же классы: 1–11.',
          'Тот же муниципалитет: встречаться можно без дальней дороги.',
        ],
        agreementNumber: agreed ? `${7 + place}` : '',
        agreedOn: agreed ? calendarDay(2020, 1, 15) : null,
        plan: event?.title
          ? [
              {
                title: event.title,
                on: event.on,
                form: event.on === '2020-01-30' ? 'круглый стол' : 'диалоговая площадка',
                outcome: 'Учителя договорились о взаимных уроках.',
              },
              {
                title: 'Взаимные уроки математики и русского языка',
                on: '2020-03-12',
                form: 'взаимные уроки',
                outcome: status === 'AGREED' ? '' : 'Проведено шесть уроков с разбором.',
              },
            ]
          : [],
        outcome:
          status === 'FINISHED'
            ? 'Общий банк заданий трёх уровней, перекрёстная проверка работ подтвердила отметки.'
            : status === 'DECLINED'
              ? 'Школа-лидер отказалась: два учителя математики в длительном отпуске.'
              : '',
        version: 3,
        changedBy: BY_HEAD,
        changedAt: moscow(2020, 1, 15, 12, place),
      },
    ];
  });
}

export function partnershipSchoolRows(
  supported: readonly SupportedSchool[],
): Prisma.PartnershipSchoolCreateManyInput[] {
  return supported.map(({ school, municipalityId, place }) => ({
    partnershipId: partnershipId(place),
    schoolId: school.id,
    municipalityId,
  }));
}

const NETWORKS = [
  [
    'LABORATORY',
    'Творческая лаборатория «Задания трёх уровней»',
    'Математика',
    'Учителя высшей категории школы-лидера',
    4,
  ],
  ['ASSOCIATION', 'Муниципальное методическое объединение учителей русского языка', 'Русский язык', 'Методист МОЦ', 12],
  ['ASSOCIATION', 'Муниципальное методическое объединение учителей математики', 'Математика', 'Методист МОЦ', 12],
  ['COMMUNITY', 'Сетевое сообщество «Читаем и понимаем»', 'Смысловое чтение', 'Учитель-наставник школы № 29', 9],
  [
    'COMMUNITY',
    'Сетевое сообщество заместителей директора',
    'Внутришкольный контроль',
    'Заместитель директора школы № 40',
    8,
  ],
  ['TUTORS', 'Тьюторы по подготовке к ОГЭ', 'Русский язык и математика', 'Методист МОЦ', 6],
] as const;

const networkId = (index: number) => demoId('network', `smolensk/${index}`);

export function networkRows(supported: readonly SupportedSchool[]): Prisma.NetworkCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  return NETWORKS.map(([kind, title, subject, leader], index) => ({
    id: networkId(index),
    municipalityId,
    kind,
    title,
    subject,
    leader,
    about: 'Обмен опытом, взаимные уроки, общие материалы для школ с нестабильными результатами.',
    plan: [{ title: 'Установочная встреча', on: '2019-10-15', form: 'семинар', outcome: 'План на год согласован.' }],
    active: true,
    version: 1,
    changedBy: BY_HEAD,
    changedAt: moscow(2019, 10, 1, 12, index),
  }));
}

export function networkMemberRows(
  supported: readonly SupportedSchool[],
  schools: readonly DemoSchool[],
): Prisma.NetworkMemberCreateManyInput[] {
  const municipalityId = supported[0]?.municipalityId;
  if (!municipalityId) return [];
  const hosts = schools.filter(({ code }) =>
    ['40', '29', '16', '33', '14'].some((number) => code === `smolensk-${number}`),
  );
  return NETWORKS.flatMap(([, , , , size], index) =>
    [...hosts, ...supported.map(({ school }) => school)].slice(0, size).map((school, at) => ({
      networkId: networkId(index),
      schoolId: school.id,
      municipalityId,
      teachers: 1 + ((at + index) % 4),
    })),
  );
}
