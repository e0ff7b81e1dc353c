/** Risk profiles of December 2019, the library of templates and the recommendations of January 2020. */
import type { Prisma } from '@/lib/db/generated/client';
import { DEFAULT_FACTORS, hintsAt, type Significance } from '@/lib/domain/support/risk';
import { demoId } from '../identifiers';
import { calendarDay, moscow } from '../moments';
import { CITY_METHODIST, principalOf } from '../people';
import { findingId } from './examinations';
import { BY_HEAD, SUPPORT_YEAR, type SupportedSchool } from './supported';

export const recommendationId = (code: string, number: number): string => demoId('recommendation', `${code}/${number}`);
const profileId = (code: string) => demoId('risk-profile', code);

/** The third of the eight has no recommendations: a gap that the portal finds. */
const without = ({ place }: SupportedSchool) => place === 2;
/** The profile of the last one still waits for the school. */
const waiting = ({ place }: SupportedSchool) => place === 7;

export function riskProfileRows(schools: readonly SupportedSchool[]): Prisma.RiskProfileCreateManyInput[] {
  return schools.map((supported) => {
    const { school, municipalityId, place } = supported;
    const verifiedAt = waiting(supported) ? null : moscow(2019, 12, 23, 12, place);
    return {
      id: profileId(school.code),
      schoolId: school.id,
      municipalityId,
      schoolYear: SUPPORT_YEAR,
      status: verifiedAt ? ('VERIFIED' as const) : ('WITH_SCHOOL' as const),
      factors: [...DEFAULT_FACTORS],
      version: 4,
      changedBy: CITY_METHODIST.name,
      changedAt: verifiedAt ?? moscow(2019, 12, 16, 10),
      verifiedBy: verifiedAt ? CITY_METHODIST.name : null,
      verifiedAt,
    };
  });
}

function significanceOf(code: string, points: number, place: number): Significance {
  if (points >= 4) return 'HIGH';
  if (points >= 2) return 'MEDIUM';
  if (points === 1) return 'LOW';
  return code === 'R05' && place % 2 === 0 ? 'MEDIUM' : 'NONE';
}

const EVIDENCE: Readonly<Record<Significance, string>> = {
  HIGH: 'Подтверждено документами, посещёнными уроками и ответами тетради.',
  MEDIUM: 'Видно по документам, на уроках — частично.',
  LOW: 'Отдельные случаи.',
  NONE: '',
};

export function riskItemRows(schools: readonly SupportedSchool[]): Prisma.RiskItemCreateManyInput[] {
  return schools.flatMap((supported) => {
    const { school, municipalityId, criteria, place } = supported;
    return DEFAULT_FACTORS.map((factor) => {
      const shown = criteria.filter((code) => hintsAt(factor, code));
      const significance = significanceOf(factor.code, shown.length, place);
      const disputed = place === 4 && factor.code === 'R08';
      const asked = significance !== 'NONE' && !waiting(supported);
      return {
        profileId: profileId(school.code),
        factor: factor.code,
        schoolId: school.id,
        municipalityId,
        significance,
        evidence: EVIDENCE[significance],
        criteria: shown,
        findingIds: factor.code === 'R03' ? [findingId(school.code, 3)] : [],
        chosen: significance === 'HIGH',
        opinion: asked ? (disputed ? ('DISAGREES' as const) : ('AGREES' as const)) : null,
        opinionText:
          asked && disputed ? 'В 5–6 классах участие в олимпиадах выросло, низкая мотивация — в 8–9 классах.' : '',
      };
    });
  });
}

type Template = Pick<
  Prisma.RecommendationTemplateCreateManyInput,
  'title' | 'text' | 'addressee' | 'subject' | 'days'
> & { criteria: string[]; risks: string[] };

const to = (
  addressee: Template['addressee'],
  title: string,
  text: string,
  criteria: string[],
  risks: string[] = [],
  days = 60,
  subject = '',
): Template => ({ addressee, title, text, criteria, risks, days, subject });

/** «Предложение портала»: one for each group of the default card and more. */
const TEMPLATES: readonly Template[] = [
  to(
    'SCHOOL',
    'План восполнения пробелов',
    'Составить план восполнения пробелов по русскому языку и математике для 5–9 классов: темы, группы, сроки, как проверяется.',
    ['T1.OGE', 'T1.INT'],
    ['R11'],
  ),
  to(
    'TEACHERS',
    'Разбор ошибок ОГЭ по математике',
    'Провести поэлементный анализ работ ОГЭ и включить три самых трудных элемента в уроки каждой недели.',
    ['T1.OGE.02', 'T1.OGE.04'],
    [],
    45,
    'Математика',
  ),
  to(
    'TEACHERS',
    'Разбор ошибок ОГЭ по русскому языку',
    'Провести поэлементный анализ изложений и сочинений ОГЭ, ввести еженедельную работу с текстом.',
    ['T1.OGE.01', 'T1.OGE.03'],
    [],
    45,
    'Русский язык',
  ),
  to(
    'TEACHERS',
    'Подготовка к профильной математике',
    'Разделить подготовку к ЕГЭ на группы базового и профильного уровня, вести учёт выполненных заданий.',
    ['T1.EGE.02'],
    [],
    60,
    'Математика',
  ),
  to(
    'SCHOOL',
    'Выпускники без аттестата',
    'Для обучающихся, рискующих не преодолеть порог, утвердить индивидуальные образовательные маршруты и ежемесячно смотреть их выполнение.',
    ['T1.OGE.06', 'T1.EGE.03', 'T1.EGE.06'],
    ['R11'],
    30,
  ),
  to(
    'SCHOOL',
    'Перекрёстная проверка работ',
    'Провести следующую проверочную работу с наблюдателями и перекрёстной проверкой, сравнить отметки с журналом.',
    ['T1.OBJ'],
    ['R05'],
    60,
  ),
  to(
    'CENTRE',
    'Выезд экспертов на проверочную работу',
    'Направить независимых наблюдателей на ВПР и провести повторную проверку части работ.',
    ['T1.OBJ'],
    [],
    90,
  ),
  to(
    'SCHOOL',
    'Участие в олимпиадах',
    'Составить план подготовки к школьному и муниципальному этапам ВсОШ, закрепить учителей за участниками.',
    ['T1.OLY'],
    ['R08'],
    120,
  ),
  to(
    'TEACHERS',
    'Мотивация на уроке',
    'Пройти мастер-класс партнёра по формированию учебной мотивации и показать по одному открытому уроку.',
    ['T1.INT.03'],
    ['R08'],
    90,
    'все предметы',
  ),
  to(
    'SCHOOL',
    'Академическая задолженность',
    'Утвердить график ликвидации академической задолженности, раз в месяц докладывать педсовету.',
    ['T1.INT.01', 'T1.INT.05'],
    [],
    30,
  ),
  to(
    'SCHOOL',
    'Работа с семьями',
    'Организовать консультации психолога и социального педагога для родителей обучающихся с трудностями в учёбе.',
    ['T2.SOC'],
    ['R12'],
    60,
  ),
  to(
    'DEPARTMENT',
    'Вакансии учителей',
    'Рассмотреть закрытие вакансий учителей-предметников: совместительство, целевой договор, сетевой учитель.',
    ['T2.RES.01'],
    ['R02'],
    90,
  ),
  to(
    'CENTRE',
    'Курсы и наставники',
    'Подобрать курсы СОИРО и наставников для учителей с профессиональными дефицитами.',
    ['T2.RES.02'],
    ['R03'],
    60,
  ),
];

const templateId = (index: number) => demoId('recommendation-template', `smolensk/${index + 1}`);

export function recommendationTemplateRows(
  schools: readonly SupportedSchool[],
): Prisma.RecommendationTemplateCreateManyInput[] {
  const municipalityId = schools[0]?.municipalityId;
  if (!municipalityId) return [];
  return TEMPLATES.map((template, index) => ({
    ...template,
    id: templateId(index),
    municipalityId,
    changedBy: BY_HEAD,
    changedAt: moscow(2019, 12, 20, 12, index),
  }));
}

/** What came of the five recommendations of a school by its place: each letter one of them. */
const FATES: readonly string[] = ['DDDAD', 'DDAID', '', 'DDNAI', 'DDDDA', 'DAIDI', 'DDAAI', 'PPPPP'];
/** the template each of the five is made from: school, teachers of mathematics, school (objectivity), teachers, МОЦ */
const FROM = [0, 1, 5, 8, 12];

export function recommendationRows(schools: readonly SupportedSchool[]): Prisma.RecommendationCreateManyInput[] {
  return schools
    .filter((supported) => !without(supported))
    .flatMap(({ school, municipalityId, criteria, place }) =>
      [...(FATES[place] ?? '')].flatMap((fate, index): Prisma.RecommendationCreateManyInput[] => {
        const template = TEMPLATES[FROM[index] ?? 0];
        if (!template) return [];
        const bySchool = template.addressee === 'SCHOOL' || template.addressee === 'TEACHERS';
        const issuedAt = fate === 'P' ? null : moscow(2020, 1, 30, 12, place * 5 + index);
        const answered = 'DNA'.includes(fate);
        const checked = 'DN'.includes(fate);
        const explained = criteria.filter((_, at) => at % 5 === index);
        return [
          {
            id: recommendationId(school.code, index + 1),
            schoolId: school.id,
            municipalityId,
            schoolYear: SUPPORT_YEAR,
            addressee: template.addressee,
            subject: template.subject ?? '',
            text: template.text,
            findingId: findingId(school.code, index + 1),
            criteria: explained,
            risks: [],
            templateId: templateId(FROM[index] ?? 0),
            status: ({ D: 'DONE', N: 'NOT_DONE', A: 'ANSWERED', I: 'ISSUED', P: 'DRAFT' } as const)[fate as 'D'],
            dueOn: calendarDay(2020, 3 + (index % 3), 16),
            answer: answered ? 'Включено в программу перехода, первые результаты обсуждены на педсовете.' : '',
            answeredBy: answered ? (bySchool ? principalOf(school).name : CITY_METHODIST.name) : null,
            answeredAt: answered ? moscow(2020, 2, 17, 11, place * 5 + index) : null,
            outcome:
              fate === 'D'
                ? 'Проверено при выезде: выполняется, есть протоколы и работы.'
                : fate === 'N'
                  ? 'К сроку не выполнено: проверка перенесена школой.'
                  : '',
            checkedBy: checked ? CITY_METHODIST.name : null,
            checkedAt: checked ? moscow(2020, 4, 20, 14, place * 5 + index) : null,
            issuedBy: issuedAt ? BY_HEAD : null,
            issuedAt,
            createdBy: CITY_METHODIST.name,
            createdAt: moscow(2020, 1, 28, 12, place * 5 + index),
            version: checked ? 4 : answered ? 3 : issuedAt ? 2 : 1,
          },
        ];
      }),
    );
}
