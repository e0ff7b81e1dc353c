/** Every file of the demonstration region, in the order in which they were brought in. */
import type { FactKind } from '@/lib/domain/evidence/facts';
import type { DemoCampaign } from '../campaigns';
import { CITY_HEAD, COORDINATOR, type Person, VYAZMA_HEAD } from '../people';
import type { RandomSource } from '../random';
import { schoolLogins } from '../school-changes';
import type { DemoSchool } from '../schools';
import { type DemoMunicipality, municipalityByCode } from '../territory';
import { markerTable, medalTable, yearMarkTable } from './confirmations';
import { contextTable } from './context';
import { type DemoFile, type DemoTable, yearOf } from './demo-file';
import { asCsv, asOldCsv, asXlsx } from './encode';
import { type ExamLine, examLines, examTable, regionExamLines } from './exams';
import { contestTable, interimTable, olympiadTable } from './school-life';
import { demoResults, FIRST_VPR_AUTUMN, type SchoolResults } from './school-results';
import { unconfirmedSubjects } from './vpr-confirmed';
import { type VprResult, vprResults } from './vpr-results';
import { journalTable, longMarksTable, marksTable, scaleTable, scoresTable, tasksTable, vprLines } from './vpr-tables';
import { VPR_SUBJECTS } from './vpr-works';

type Encoding = 'csv' | 'old csv' | 'xlsx';

interface Told {
  kind: FactKind;
  name: string;
  table: DemoTable;
  encoding?: Encoding;
}

interface Sender {
  by: Person;
  municipality: DemoMunicipality | null;
  /** «Смоленск», for the names of files */
  place: string;
  sends: (results: SchoolResults) => boolean;
}

const countedIn = (code: string) => (results: SchoolResults) => results.countedIn === code;
const SMOLENSK: Sender = {
  ...{ by: CITY_HEAD, municipality: municipalityByCode('smolensk'), place: 'Смоленск', sends: countedIn('smolensk') },
};
const VYAZMA: Sender = {
  ...{ by: VYAZMA_HEAD, municipality: municipalityByCode('vyazma'), place: 'Вяземский', sends: countedIn('vyazma') },
};
const REGION: Sender = { by: COORDINATOR, municipality: null, place: 'область', sends: () => true };
/** Municipalities whose centres have no account in the demonstration. */
const OTHERS: Sender = {
  ...{ by: COORDINATOR, municipality: null, place: 'прочие муниципалитеты' },
  sends: ({ countedIn: code }) => code !== null && code !== 'smolensk' && code !== 'vyazma',
};

async function file(sender: Sender, autumn: number, { kind, name, table, encoding = 'csv' }: Told): Promise<DemoFile> {
  const year = yearOf(autumn);
  const contents =
    encoding === 'xlsx' ? await asXlsx(table, name.slice(0, 31)) : encoding === 'csv' ? asCsv(table) : asOldCsv(table);
  return {
    ...{ kind, schoolYear: year, municipality: sender.municipality, by: sender.by, contents },
    fileName: `${name}, ${sender.place}, ${year}.${encoding === 'xlsx' ? 'xlsx' : 'csv'}`,
  };
}

/** What a municipality knows of its schools; last year's passports and marks come as old programs save them. */
function ofSchools(listed: readonly SchoolResults[], autumn: number, draw: RandomSource): Told[] {
  return [
    { kind: 'OLYMPIAD', name: 'ВсОШ', table: olympiadTable(listed, draw) },
    {
      kind: 'CONTEST',
      name: 'Конкурсы',
      table: contestTable(listed, draw),
      encoding: autumn % 3 === 0 ? 'xlsx' : 'csv',
    },
    {
      kind: 'INTERIM',
      name: 'Промежуточная аттестация',
      table: interimTable(listed, draw),
      encoding: autumn % 2 === 0 ? 'csv' : 'xlsx',
    },
    {
      kind: 'CONTEXT',
      name: 'Социальный паспорт',
      table: contextTable(listed, draw),
      encoding: autumn % 4 === 1 ? 'old csv' : 'csv',
    },
  ];
}

/** What comes from examinations and federal procedures. */
function ofExaminations(
  listed: readonly SchoolResults[],
  linesOf: (results: SchoolResults) => readonly ExamLine[],
  region: readonly ExamLine[],
  autumn: number,
  draw: RandomSource,
): Told[] {
  const exam = (name: 'ОГЭ' | 'ЕГЭ', encoding: Encoding): Told => ({
    ...{ kind: 'GIA_AGGREGATE', name, encoding },
    table: examTable(
      listed,
      (results) => linesOf(results).filter((line) => line.exam === name),
      region.filter((line) => line.exam === name),
      autumn,
    ),
  });
  return [
    exam('ОГЭ', 'csv'),
    exam('ЕГЭ', autumn % 2 === 0 ? 'xlsx' : 'csv'),
    { kind: 'MEDALS', name: 'Медалисты', table: medalTable(listed, draw) },
    { kind: 'OGE_JOURNAL', name: 'Годовые отметки и ОГЭ', table: yearMarkTable(listed, draw) },
  ];
}

function ofVpr(
  all: readonly VprResult[],
  listed: (result: VprResult) => boolean,
  logins: ReadonlyMap<string, string>,
  autumn: number,
): Told[] {
  const lines = vprLines(all, listed);
  const marks = { kind: 'VPR_MARKS' as const, name: 'ВПР, отметки' };
  const inLong = autumn % 2 === 1;
  return [
    { kind: 'VPR_SCALE', name: 'ВПР, шкалы', table: scaleTable(autumn) },
    inLong
      ? { ...marks, table: longMarksTable(lines, autumn, logins), encoding: 'xlsx' }
      : { ...marks, table: marksTable(lines, autumn) },
    ...VPR_SUBJECTS.map((subject): Told => {
      const ofSubject = lines.filter(({ work }) => work.subject === subject);
      return { kind: 'VPR_SCORES', name: `ВПР, первичные баллы, ${subject}`, table: scoresTable(ofSubject, autumn) };
    }),
    {
      ...{ kind: 'VPR_JOURNAL', name: 'ВПР и журнал', table: journalTable(lines, autumn) },
      encoding: autumn % 3 === 0 ? 'old csv' : 'csv',
    },
    { kind: 'VPR_TASKS', name: 'ВПР, задания', table: tasksTable(lines, autumn) },
  ];
}

/** The years whose results schools outside the city need for what looks a year back: S3 and the federal rule. */
const YEAR_BEFORE = 2016;
const LAST_GRADE_LOOKED_BACK_AT = 6;

/** The files of all years, oldest first. */
export async function demonstrationFiles(
  schools: readonly DemoSchool[],
  campaigns: readonly DemoCampaign[],
  draw: RandomSource,
): Promise<DemoFile[]> {
  const files: Promise<DemoFile>[] = [];
  const send = (sender: Sender, autumn: number, told: readonly Told[]) => {
    files.push(...told.map((each) => file(sender, autumn, each)));
  };
  const logins = schoolLogins(schools);
  const years = demoResults(schools, campaigns, draw);
  const lines = new Map([...years.values()].flat().map((results) => [results, examLines(results, draw)]));
  const linesOf = (results: SchoolResults) => lines.get(results) ?? [];
  const regions = new Map(
    [...years].flatMap(([autumn, all]) =>
      autumn < FIRST_VPR_AUTUMN ? [] : [[autumn, regionExamLines(all.flatMap(linesOf))] as const],
    ),
  );
  const unconfirmed = unconfirmedSubjects(years, linesOf, regions);
  for (const [autumn, all] of years) {
    const counted = all.filter((results) => results.countedIn !== null);
    const region = regions.get(autumn);
    if (!region) send(SMOLENSK, autumn, ofExaminations(counted, linesOf, [], autumn, draw));
    else {
      const listed = new Set(autumn === YEAR_BEFORE ? all : counted);
      // of the year before only what is looked back upon
      const isListed = ({ results, work }: VprResult) =>
        listed.has(results) && (results.countedIn !== null || work.grade <= LAST_GRADE_LOOKED_BACK_AT);
      send(REGION, autumn, ofExaminations([...listed], linesOf, region, autumn, draw));
      send(REGION, autumn, [{ kind: 'FIOKO_MARKERS', name: 'Перечень ФИОКО', table: markerTable(counted, draw) }]);
      send(REGION, autumn, ofVpr(vprResults(all, unconfirmed, draw), isListed, logins, autumn));
    }
    for (const sender of [SMOLENSK, VYAZMA, OTHERS]) {
      const sent = counted.filter(sender.sends);
      if (sent.length > 0) send(sender, autumn, ofSchools(sent, autumn, draw));
    }
  }
  return Promise.all(files);
}
