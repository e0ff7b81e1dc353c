/** Interim attestation, social passport, markers of ФИОКО: one line of a school a year. domain.md 8.4, 8.5, 2.2 */
import type { ContextFact, SchoolLevel } from '@/lib/domain/evidence/facts';
import { byRow, YEAR_COLUMN } from '../by-row';
import { type ColumnSpec, column } from '../columns';
import type { Layout } from '../layout';
import { SCHOOL_COLUMNS } from '../school-text';
import { markColumn } from './gia';

const LEVELS: ReadonlyMap<string, SchoolLevel> = new Map([
  ['ноо', 'NOO'],
  ['начальное', 'NOO'],
  ['начальное общее', 'NOO'],
  ['начальное общее образование', 'NOO'],
  ['1-4', 'NOO'],
  ['ооо', 'OOO'],
  ['основное', 'OOO'],
  ['основное общее', 'OOO'],
  ['основное общее образование', 'OOO'],
  ['5-9', 'OOO'],
  ['соо', 'SOO'],
  ['среднее', 'SOO'],
  ['среднее общее', 'SOO'],
  ['среднее общее образование', 'SOO'],
  ['10-11', 'SOO'],
]);

export const INTERIM: Layout = {
  kind: 'INTERIM',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    column('level', 'Уровень', 'НОО, ООО или СОО.', {
      obligatory: true,
      same: ['Уровень образования', 'Уровень (НОО, ООО, СОО)'],
    }),
    column('total', 'Всего', 'Сколько учеников на уровне.', {
      obligatory: true,
      same: ['Всего учеников', 'Всего обучающихся', 'Обучающихся'],
    }),
    ...([5, 4, 3, 2] as const).map((mark) => ({
      ...markColumn(mark, true),
      meaning: `Сколько учеников закончили год с наименьшей отметкой «${mark}».`,
    })),
    column('notAttested', 'Не аттестовано', 'Сколько учеников не аттестованы.', {
      within: ['не аттестован', 'неаттестован', 'н а'],
    }),
    column('academicDebt', 'Академическая задолженность', 'Сколько учеников имеют академическую задолженность.', {
      within: ['задолженност'],
    }),
    column('conditionallyPromoted', 'Переведены условно', 'Сколько учеников переведены условно.', {
      within: ['условно', 'переведены условно'],
    }),
    column('repeatYear', 'Повторное обучение', 'Сколько учеников оставлены на повторное обучение.', {
      within: ['повторн'],
    }),
  ],
  reader: byRow('INTERIM', (reader) => {
    const level = reader.choice('level', LEVELS, 'НОО, ООО или СОО');
    const total = reader.count('total');
    const [n5, n4, n3, n2] = [reader.count('n5'), reader.count('n4'), reader.count('n3'), reader.count('n2')];
    const further = {
      notAttested: reader.optionalCount('notAttested'),
      academicDebt: reader.optionalCount('academicDebt'),
      conditionallyPromoted: reader.optionalCount('conditionallyPromoted'),
      repeatYear: reader.optionalCount('repeatYear'),
    };
    if (!level || total === null || n5 === null || n4 === null || n3 === null || n2 === null) return null;
    const sum = n5 + n4 + n3 + n2 + (further.notAttested ?? 0);
    // without the not attested the marks may leave some pupils out: the first grade has none
    if (further.notAttested === null ? sum > total : sum !== total) {
      return reader.sumFault('total', sum, total, 'Отметки и неаттестованные');
    }
    reader.atMost(
      'academicDebt',
      further.academicDebt,
      total,
      'С задолженностью больше, чем всего учеников. Исправьте одно из чисел.',
    );
    reader.atMost(
      'conditionallyPromoted',
      further.conditionallyPromoted,
      total,
      'Переведённых условно больше, чем всего учеников. Исправьте одно из чисел.',
    );
    reader.atMost(
      'repeatYear',
      further.repeatYear,
      total,
      'На повторном обучении больше, чем всего учеников. Исправьте одно из чисел.',
    );
    return { level, total, n5, n4, n3, n2, ...further };
  }),
};

/** Fields of the social passport: header, what it means, other headers, the whole that it is part of. */
const CONTEXT_FIELDS: readonly [keyof ContextFact, string, readonly string[], 'pupils' | 'teachers' | null][] = [
  ['pupils', 'Обучающихся', ['всего обучающихся', 'обучающихся всего', 'учеников', 'контингент'], null],
  ['pupils4to11', 'Обучающихся 4–11 классов', ['обучающихся 4 11', 'в 4 11 классах'], 'pupils'],
  ['classes', 'Классов', ['классов комплектов', 'кол во классов', 'число классов'], null],
  ['shifts', 'Смен', ['число смен', 'количество смен', 'сменность'], null],
  ['singleParent', 'Из неполных семей', ['неполн'], 'pupils'],
  ['lowIncome', 'Из малообеспеченных семей', ['малообеспечен', 'малоимущ'], 'pupils'],
  ['largeFamilies', 'Из многодетных семей', ['многодетн'], 'pupils'],
  ['socialRisk', 'Из семей в социально опасном положении', ['социально опасн', 'соп'], 'pupils'],
  ['inCare', 'Под опекой', ['опек', 'под опекой'], 'pupils'],
  ['schoolRecord', 'На внутришкольном учёте', ['внутришкольн', 'вшк', 'вшу', 'на внутришкольн'], 'pupils'],
  ['policeRecord', 'На учёте в ПДН и КДН', ['пдн', 'кдн', 'на учете в пдн'], 'pupils'],
  ['specialNeeds', 'С ОВЗ', ['овз', 'ограниченными возможностями'], 'pupils'],
  ['disabled', 'Инвалидов', ['инвалид', 'дети инвалиды'], 'pupils'],
  ['otherMotherTongue', 'Русский язык не родной', ['русский неродной', 'русский не родной', 'неродной'], 'pupils'],
  [
    'bothParentsWithDegree',
    'Оба родителя с высшим образованием',
    ['оба родителя', 'родители с высшим', 'с высшим образованием'],
    'pupils',
  ],
  ['teachers', 'Учителей', ['всего учителей', 'педагогов', 'педагогических работников'], null],
  ['vacancies', 'Вакансий', ['вакан'], null],
  ['highestCategory', 'Учителей высшей категории', ['высшей категор', 'высшая категор', 'высшая'], 'teachers'],
  ['firstCategory', 'Учителей первой категории', ['первой категор', 'первая категор', 'первая'], 'teachers'],
  ['withoutCategory', 'Учителей без категории', ['без категор'], 'teachers'],
  ['youngTeachers', 'Молодых учителей', ['молод'], 'teachers'],
  ['pensionAge', 'Учителей пенсионного возраста', ['пенсион'], 'teachers'],
  ['psychologist', 'Педагогов-психологов', ['психолог'], null],
  ['socialPedagogue', 'Социальных педагогов', ['социальных педагог', 'социальный педагог'], null],
  ['speechTherapist', 'Учителей-логопедов', ['логопед'], null],
];

const CONTEXT_COLUMNS: readonly ColumnSpec[] = CONTEXT_FIELDS.map(([field, header, within]) =>
  column(field, header, field === 'shifts' ? 'Сколько смен в школе, от 1 до 3.' : 'Число; пусто, если неизвестно.', {
    obligatory: field === 'pupils',
    within,
  }),
);

export const CONTEXT: Layout = {
  kind: 'CONTEXT',
  schools: true,
  columns: [...SCHOOL_COLUMNS, YEAR_COLUMN, ...CONTEXT_COLUMNS],
  // «обучающихся» stands in other tables too; a passport says something more of the school
  fits: (at) => CONTEXT_FIELDS.filter(([field]) => at.has(field)).length >= 3,
  reader: byRow('CONTEXT', (reader) => {
    const values = new Map(
      CONTEXT_FIELDS.map(
        ([field]) =>
          [
            field,
            field === 'pupils' ? reader.count(field) : reader.optionalCount(field, field === 'shifts' ? 3 : undefined),
          ] as const,
      ),
    );
    const value = (field: keyof ContextFact) => values.get(field) ?? null;
    const pupils = value('pupils');
    for (const [field, header, , whole] of CONTEXT_FIELDS) {
      if (whole === null) continue;
      const all = whole === 'pupils' ? 'обучающихся' : 'учителей';
      reader.atMost(
        field,
        value(field),
        value(whole),
        `В столбце «${header}» больше, чем всего ${all}. Исправьте одно из чисел.`,
      );
    }
    if (pupils === null) return null;
    return {
      pupils,
      pupils4to11: value('pupils4to11'),
      classes: value('classes'),
      shifts: value('shifts'),
      singleParent: value('singleParent'),
      lowIncome: value('lowIncome'),
      largeFamilies: value('largeFamilies'),
      socialRisk: value('socialRisk'),
      inCare: value('inCare'),
      schoolRecord: value('schoolRecord'),
      policeRecord: value('policeRecord'),
      specialNeeds: value('specialNeeds'),
      disabled: value('disabled'),
      otherMotherTongue: value('otherMotherTongue'),
      bothParentsWithDegree: value('bothParentsWithDegree'),
      teachers: value('teachers'),
      vacancies: value('vacancies'),
      highestCategory: value('highestCategory'),
      firstCategory: value('firstCategory'),
      withoutCategory: value('withoutCategory'),
      youngTeachers: value('youngTeachers'),
      pensionAge: value('pensionAge'),
      psychologist: value('psychologist'),
      socialPedagogue: value('socialPedagogue'),
      speechTherapist: value('speechTherapist'),
    };
  }),
};

const marker = (field: string, header: string, meaning: string) =>
  column(field, header, `Маркеров в ${meaning}; пусто — нет.`, { obligatory: true, same: [header.replace(' ', '')] });

export const FIOKO_MARKERS: Layout = {
  kind: 'FIOKO_MARKERS',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    marker('grade4Russian', '4 РУ', '4 классе по русскому языку'),
    marker('grade4Mathematics', '4 МА', '4 классе по математике'),
    marker('grade5Russian', '5 РУ', '5 классе по русскому языку'),
    marker('grade5Mathematics', '5 МА', '5 классе по математике'),
    column('allMarkers', 'Количество маркеров', 'Сумма; можно не заполнять.', {
      within: ['количество маркеров', 'кол во маркеров'],
    }),
  ],
  reader: byRow(
    'FIOKO_MARKERS',
    (reader) => {
      const faults = reader.faults.length;
      const count = (field: string) => reader.optionalCount(field, 100) ?? 0;
      const fact = {
        grade4Russian: count('grade4Russian'),
        grade4Mathematics: count('grade4Mathematics'),
        grade5Russian: count('grade5Russian'),
        grade5Mathematics: count('grade5Mathematics'),
      };
      const all = reader.optionalCount('allMarkers');
      if (reader.faults.length > faults) return null;
      const sum = Object.values(fact).reduce((total, value) => total + value, 0);
      if (all !== null && all !== sum) {
        return reader.fault('allMarkers', `Маркеры вместе дают ${sum}, а указано ${all}. Исправьте одно из чисел.`);
      }
      return fact;
    },
    { bareYears: true },
  ),
};
