/** The schools of the region with their dated identity: 350 open ones and one that was merged into another. */

import { demoId } from './identifiers';
import { calendarDay } from './moments';
import type { Random, RandomSource } from './random';
import {
  type SchoolLevel,
  type SchoolNames,
  STREETS,
  townSchool,
  VILLAGE_ADJECTIVES,
  villageSchool,
} from './school-names';
import { smolenskSchool } from './smolensk-schools';
import { type DemoMunicipality, MUNICIPALITIES } from './territory';

/** What a school was from a day on. */
export interface Identity extends SchoolNames {
  from: Date;
  municipality: DemoMunicipality;
  level: SchoolLevel;
  grades: { from: number; to: number };
  /** why it became so; empty for the first one */
  reason: string;
}

export interface DemoSchool {
  id: string;
  code: string;
  urban: boolean;
  /** its invented results stay in the better half (smolensk-schools.ts) */
  spared: boolean;
  address: string;
  pupils: number;
  /** the first day on which it is closed */
  closedOn: Date | null;
  /** the code of the school into which it was merged */
  mergedInto: string | null;
  /** oldest first, never empty */
  identities: readonly [Identity, ...Identity[]];
}

const FIRST_DAY = calendarDay(2010, 1, 1);
const GRADES: Record<SchoolLevel, { from: number; to: number }> = {
  PRIMARY: { from: 1, to: 4 },
  BASIC: { from: 1, to: 9 },
  FULL: { from: 1, to: 11 },
  LYCEUM: { from: 1, to: 11 },
  GYMNASIUM: { from: 1, to: 11 },
};
/** towns with so many schools have a gymnasium among them */
const TOWN_WITH_GYMNASIUM = 6;

interface Start {
  place: number;
  level: SchoolLevel;
  names: SchoolNames;
  urban: boolean;
  spared: boolean;
}

/** The identity that holds on a day; before the first one, the first. */
export function identityOn(school: DemoSchool, day: Date): Identity {
  return school.identities.reduce((held, next) => (next.from <= day ? next : held), school.identities[0]);
}

export function identityToday(school: DemoSchool): Identity {
  return school.identities.at(-1) ?? school.identities[0];
}

function townLevel(municipality: DemoMunicipality, number: number): SchoolLevel {
  return number === 2 && municipality.schoolsInSeat >= TOWN_WITH_GYMNASIUM ? 'GYMNASIUM' : 'FULL';
}

function seatStart(municipality: DemoMunicipality, place: number): Start {
  const level = townLevel(municipality, place);
  const names =
    municipality.schoolsInSeat === 1
      ? villageSchool(level, municipality.seatAdjective)
      : townSchool(level, place, municipality.seatGenitive);
  return { place, level, names, urban: municipality.schoolsInSeat > 1, spared: false };
}

function villageStart(place: number, adjective: string, random: Random): Start {
  const chance = random.uniform();
  const level = chance < 0.5 ? 'FULL' : chance < 0.92 ? 'BASIC' : 'PRIMARY';
  return { place, level, names: villageSchool(level, adjective), urban: false, spared: false };
}

function starts(municipality: DemoMunicipality, random: Random): Start[] {
  if (municipality.code === 'smolensk') {
    return Array.from({ length: municipality.schools }, (_, index) => ({
      ...smolenskSchool(index + 1),
      place: index + 1,
      urban: true,
    }));
  }
  const villages = municipality.schools - municipality.schoolsInSeat + (municipality.code === 'gagarin' ? 1 : 0);
  const adjectives = random.shuffled(VILLAGE_ADJECTIVES).slice(0, villages).sort();
  return [
    ...Array.from({ length: municipality.schoolsInSeat }, (_, index) => seatStart(municipality, index + 1)),
    ...adjectives.map((adjective, index) => villageStart(municipality.schoolsInSeat + index + 1, adjective, random)),
  ];
}

function pupilsOf({ level, urban }: Start, city: boolean, random: Random): number {
  const usual = city ? 880 : urban ? 480 : level === 'FULL' ? 115 : 60;
  const part = level === 'PRIMARY' ? 0.4 : level === 'BASIC' && urban ? 0.6 : 1;
  return Math.max(12, Math.round(usual * part * Math.exp(0.32 * random.normal())));
}

function schoolOf(municipality: DemoMunicipality, start: Start, random: Random): DemoSchool {
  const code = `${municipality.code}-${String(start.place).padStart(2, '0')}`;
  const place = start.urban ? municipality.seat : municipality.name;
  return {
    id: demoId('school', code),
    code,
    urban: start.urban,
    spared: start.spared,
    address: `${place}, ${random.pick(STREETS)}, д. ${random.between(1, 60)}`,
    pupils: pupilsOf(start, municipality.code === 'smolensk', random),
    closedOn: null,
    mergedInto: null,
    identities: [
      {
        ...start.names,
        from: FIRST_DAY,
        municipality,
        level: start.level,
        // the city's oldest gymnasium begins with grade 5
        grades: code === 'smolensk-43' ? { from: 5, to: 11 } : GRADES[start.level],
        reason: '',
      },
    ],
  };
}

/** The schools as they began, in the order of codes; what happened to them later stands in school-changes.ts. */
export function firstSchools(draw: RandomSource): DemoSchool[] {
  return MUNICIPALITIES.flatMap((municipality) =>
    starts(municipality, draw('schools', municipality.code)).map((start) =>
      schoolOf(municipality, start, draw('school', municipality.code, start.place)),
    ),
  );
}
