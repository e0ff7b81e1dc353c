/**
 * What happened to schools since 2010, outside the city of Smolensk: a new name, lost upper grades, a move to another
 * municipality, a merger. Past campaigns keep what stood then.
 */
import type { Prisma } from '@/lib/db/generated/client';
import type { Subject } from '@/lib/domain/evidence/subjects';
import { demoId } from './identifiers';
import { calendarDay } from './moments';
import type { RandomSource } from './random';
import { townSchool, villageSchool } from './school-names';
import { type DemoSchool, firstSchools, identityToday } from './schools';
import { municipalityByCode } from './territory';

const MERGER = { closed: 'gagarin-19', into: 'gagarin-07', on: calendarDay(2019, 9, 1) };

/** «Новосельская» of «МБОУ «Новосельская СШ»». */
function adjectiveOf(school: DemoSchool): string {
  const found = /«([^«»\s]+) [^«»]+»/.exec(school.identities[0].shortName)?.[1];
  if (!found) throw new Error(`${school.code} is no village school`);
  return found;
}

function renamed(school: DemoSchool): DemoSchool {
  const [first] = school.identities;
  return {
    ...school,
    identities: [
      first,
      {
        ...first,
        ...townSchool('LYCEUM', 5, 'Ярцево'),
        level: 'LYCEUM',
        from: calendarDay(2017, 9, 1),
        reason: 'Переименование: школа получила статус лицея',
      },
    ],
  };
}

function withoutUpperGrades(school: DemoSchool): DemoSchool {
  const adjective = adjectiveOf(school);
  const first = {
    ...school.identities[0],
    ...villageSchool('FULL', adjective),
    level: 'FULL' as const,
    grades: { from: 1, to: 11 },
  };
  return {
    ...school,
    identities: [
      first,
      {
        ...first,
        ...villageSchool('BASIC', adjective),
        level: 'BASIC',
        grades: { from: 1, to: 9 },
        from: calendarDay(2019, 9, 1),
        reason: 'Реорганизация: набор в 10–11 классы прекращён',
      },
    ],
  };
}

function moved(school: DemoSchool): DemoSchool {
  const first = { ...school.identities[0], municipality: municipalityByCode('kardymovo') };
  return {
    ...school,
    identities: [
      first,
      {
        ...first,
        municipality: municipalityByCode('yartsevo'),
        from: calendarDay(2019, 9, 1),
        reason: 'Изменение границ муниципальных образований',
      },
    ],
  };
}

const CHANGES = new Map<string, (school: DemoSchool) => DemoSchool>([
  ['yartsevo-05', renamed],
  ['pochinok-12', withoutUpperGrades],
  ['yartsevo-16', moved],
  [MERGER.closed, (school) => ({ ...school, closedOn: MERGER.on, mergedInto: MERGER.into })],
]);

/** All schools with their history: 350 open ones and the closed one, in the order of codes. */
export function demoSchools(draw: RandomSource): DemoSchool[] {
  return firstSchools(draw).map((school) => CHANGES.get(school.code)?.(school) ?? school);
}

/** «sch670001»: logins in ФИС ОКО by code, 67 being the region's number. */
export function schoolLogins(schools: readonly DemoSchool[]): Map<string, string> {
  return new Map(schools.map(({ code }, index) => [code, `sch67${String(index + 1).padStart(4, '0')}`]));
}

/** What a school of this kind teaches in depth; invented. */
export function advancedSubjects(school: DemoSchool): Subject[] {
  const { level } = identityToday(school);
  if (level === 'GYMNASIUM') return ['Русский язык', 'Английский язык'];
  return level === 'LYCEUM' ? ['Математика', 'Физика'] : [];
}

export function schoolRows(schools: readonly DemoSchool[]): Prisma.SchoolCreateManyInput[] {
  const logins = schoolLogins(schools);
  return schools.map((school) => {
    const { municipality, name, shortName, level, grades } = identityToday(school);
    const { id, code, address, pupils, closedOn } = school;
    return {
      id,
      code,
      municipalityId: municipality.id,
      name,
      shortName,
      kind: level === 'GYMNASIUM' || level === 'LYCEUM' ? level : 'SCHOOL',
      address,
      gradeFrom: grades.from,
      gradeTo: grades.to,
      pupils,
      login: logins.get(code),
      advanced: advancedSubjects(school),
      closedOn,
    };
  });
}

export function passportRows(schools: readonly DemoSchool[]): Prisma.SchoolPassportCreateManyInput[] {
  return schools.flatMap((school) =>
    school.identities.map((identity, index) => ({
      id: demoId('passport', `${school.code}/${index + 1}`, identity.from),
      schoolId: school.id,
      municipalityId: identity.municipality.id,
      name: identity.name,
      shortName: identity.shortName,
      kind: identity.level === 'GYMNASIUM' || identity.level === 'LYCEUM' ? identity.level : 'SCHOOL',
      address: school.address,
      gradeFrom: identity.grades.from,
      gradeTo: identity.grades.to,
      pupils: school.pupils,
      validFrom: identity.from,
      validTo: school.identities[index + 1]?.from ?? school.closedOn,
      reason: identity.reason,
    })),
  );
}

export function successionRows(schools: readonly DemoSchool[]): Prisma.SchoolSuccessionCreateManyInput[] {
  const idOf = new Map(schools.map((school) => [school.code, school.id]));
  return schools.flatMap((school) => {
    const successorId = school.mergedInto === null ? undefined : idOf.get(school.mergedInto);
    if (!successorId || !school.closedOn) return [];
    return {
      id: demoId('succession', school.code, school.closedOn),
      predecessorId: school.id,
      successorId,
      happenedOn: school.closedOn,
      ground: 'Реорганизация в форме присоединения (демонстрационные данные)',
    };
  });
}
