/** The beginning of the library: the acts and reports that the seed names, as it writes them. Addresses are the seed's own. */
import type { Prisma } from '@/lib/db/generated/client';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST, COORDINATOR } from '../people';
import { municipalityByCode, REGION } from '../territory';

const MEASURE =
  '«Повышение качества образования в школах с низкими результатами обучения и в школах, функционирующих в неблагоприятных социальных условиях, путем реализации региональных проектов и распространения их результатов»';
const DEPARTMENT = 'Департамент Смоленской области по образованию и науке';
const METHODISTS_SITE = 'https://smolmetod2017.admin-smolensk.ru';

type Row = Prisma.DocumentCreateManyInput;
type Told = Pick<Row, 'kind' | 'type' | 'title'> & Partial<Row>;

const REGIONAL: readonly Told[] = [
  {
    kind: 'ACT',
    type: 'Приказ',
    title: `Об организации деятельности по мероприятию ${MEASURE}`,
    number: '161-ОД',
    issuedOn: calendarDay(2018, 2, 26),
    issuer: DEPARTMENT,
    about: 'ГАУ ДПО СОИРО — региональный оператор мероприятия.',
  },
  {
    kind: 'ACT',
    type: 'Соглашение',
    title: 'Соглашение с Министерством образования и науки Российской Федерации',
    number: '074-08-2018-599',
    issuedOn: calendarDay(2018, 2, 8),
  },
  {
    kind: 'ACT',
    type: 'Приказ',
    title: 'Об утверждении Положения о региональной системе оценки качества образования Смоленской области',
    number: '1178-ОД',
    issuedOn: calendarDay(2019, 12, 31),
    issuer: DEPARTMENT,
  },
  {
    kind: 'ACT',
    type: 'Приказ',
    title:
      'Комплекс мер по работе со школами с низкими результатами обучения и школами, функционирующими в неблагоприятных социальных условиях в Смоленской области (приложение 1)',
    number: '338-ОД',
    issuedOn: calendarDay(2020, 5, 8),
    issuer: DEPARTMENT,
  },
];

const MUNICIPAL: readonly Told[] = [
  {
    kind: 'ACT',
    type: 'Приказ',
    title: `Об организации деятельности по реализации мероприятия ${MEASURE}`,
    number: '117',
    issuedOn: calendarDay(2018, 3, 12),
    issuer: 'Управление образования и молодежной политики Администрации города Смоленска',
    level: 'MUNICIPAL',
    audience: 'PUBLIC',
    about: 'Образовательный центр поддержки и развития муниципальной системы образования на базе МБУ ДО «ЦДО».',
  },
  {
    kind: 'ACT',
    type: 'Письмо',
    title: 'О направлении аналитического отчета по результатам ВПР 2017–2019 гг.',
    number: '29',
    issuedOn: calendarDay(2020, 2, 7),
    issuer: 'Методический отдел МБУ ДО «ЦДО»',
    level: 'MUNICIPAL',
  },
  {
    kind: 'MATERIAL',
    type: 'Отчёт',
    title: 'Аналитический отчет по результатам ГИА – 2019',
    url: `${METHODISTS_SITE}/novosti-i-meropriyatiya2/pedagogam/metodicheskie-vesti/`,
    audience: 'PUBLIC',
  },
  {
    kind: 'MATERIAL',
    type: 'Отчёт',
    title: 'Статистический отчет по результатам обработки матрицы неуспешности школ с низкими результатами обучения',
    url: `${METHODISTS_SITE}/moc1/`,
  },
  {
    kind: 'MATERIAL',
    type: 'Отчёт',
    title:
      'Аналитический отчет по мониторингу результатов всероссийских проверочных работ в городе Смоленске (2019-2020 учебный год)',
    url: `${METHODISTS_SITE}/moc1/`,
    audience: 'PUBLIC',
  },
  {
    kind: 'MATERIAL',
    type: 'Анализ',
    title: 'Анализ результатов ВсОШ',
    url: `${METHODISTS_SITE}/novosti-i-meropriyatiya2/odarennye-deti1/olimpiady-konferencii`,
    audience: 'PUBLIC',
  },
  {
    kind: 'MATERIAL',
    type: 'Отчёт',
    title: 'Отчет о реализации плана мероприятий по повышению качества обучения МБОУ «СШ № 19 им. Героя России Панова»',
    about: 'МОЦ, февраль 2020 г.',
    audience: 'CENTRE',
  },
];

/** Acts of the region and the documents of the centre of this city. */
export function documentRows(): Prisma.DocumentCreateManyInput[] {
  const city = municipalityByCode('smolensk').id;
  const stored = (told: Told, place: string | null, changedBy: string): Row => ({
    ...{ number: '', issuedOn: null, issuer: '', level: null, about: '', url: '', direction: 'NORMATIVE' },
    ...{ subject: '', audience: 'SCHOOLS', inForce: true, archived: false, version: 1 },
    ...told,
    id: demoId('document', `${told.type}/${told.number ?? ''}/${told.title}`),
    regionId: REGION.id,
    municipalityId: place,
    ...{ changedBy, changedAt: moscow(2020, 3, 2, 10) },
  });
  return [
    ...REGIONAL.map((told) => stored({ ...told, level: 'REGIONAL' }, null, COORDINATOR.name)),
    ...MUNICIPAL.map((told) => stored(told, city, CITY_METHODIST.name)),
  ];
}
