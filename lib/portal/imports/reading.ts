/** A file read from its first row to its last: whose rows they are, what they say, what fails and where. */
import type { VprScaleFact } from '@/lib/domain/evidence/facts';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { done, type Outcome } from '@/lib/domain/failure';
import { type EvidenceFile, type ReadEvent, readEvidence } from '@/lib/exchange/evidence';
import { FaultList } from './fault-list';
import { GatheredUnits, type UnitPlace } from './gathered-units';
import type { StoredMapping } from './import-json';
import {
  type KnownSchool,
  type KnownTerritory,
  type Match,
  type SchoolReference,
  schoolMatcher,
  textOfReference,
} from './matching';
import { type Fault, type Mapping, MOST_FAULTS_KEPT } from './schema';
import type { ImportScope } from './scope';
import { type StoredUnmatched, UnmatchedList } from './unmatched-list';

export interface ReadingTask {
  importId: string;
  kind: ImportKind;
  /** of rows that name none */
  schoolYear: string;
  scope: ImportScope;
  territory: KnownTerritory;
  /** what headers mean that somebody explained */
  columns: Map<string, string | null>;
  /** which school each unclear text means, as people chose for this file */
  chosen: ReadonlyMap<string, string>;
  /** official scales in force, for protocols of ВПР */
  scales?: ReadonlyMap<string, VprScaleFact> | undefined;
  /** faults that are kept; all are counted */
  mostFaults?: number;
  /** rows of unclear schools are faults of their own: for giving the file back with marks */
  unmatchedAsFaults?: boolean;
  onProgress?: ((share: number, rows: number) => void) | undefined;
}

/** What a file says and what of it can be applied. */
export interface ReadFile {
  rows: number;
  /** rows that can be applied */
  accepted: number;
  errors: Fault[];
  errorCount: number;
  unmatched: StoredUnmatched[];
  mapping: StoredMapping[];
  units: GatheredUnits;
}

const REGION_LINE = 'Строку «регион» загружают МОЦ и СОИРО. Оставьте строки своей школы.';

const UNCLEAR_SCHOOL = 'Школа не узнана: проверьте код, логин или название.';

/** Reads the whole file; fails only when the file as such cannot be read (no table, too big, hostile). */
export async function readImport(file: EvidenceFile, task: ReadingTask): Promise<Outcome<ReadFile>> {
  const reading = new Reading(task);
  const events = readEvidence(file, {
    kind: task.kind,
    schoolYear: task.schoolYear,
    remembered: task.columns,
    ...(task.scales && { scales: task.scales }),
    ...ownSchool(task),
    onProgress: (share) => task.onProgress?.(share, reading.rows),
    onNote: (note) => reading.note(note),
  });
  for (let next = await events.next(); ; next = await events.next()) {
    if (!next.done) reading.take(next.value);
    else if (next.value.ok) return done(reading.result());
    else return next.value;
  }
}

/** as much of a header as is kept: a longer one is no header */
const LONGEST_HEADER = 1000;

const shortened = (column: Mapping['columns'][number]) => ({
  ...column,
  header: column.header.slice(0, LONGEST_HEADER),
});

/** A row of a principal's file that names no school speaks of the own one. */
function ownSchool({ scope, territory }: ReadingTask): { school?: SchoolReference } {
  const own = scope.schoolId ? territory.schools.find(({ id }) => id === scope.schoolId) : undefined;
  return own ? { school: { code: own.code } } : {};
}

class Reading {
  rows = 0;
  private readonly task: ReadingTask;
  private readonly faults: FaultList;
  private readonly unmatched: UnmatchedList;
  private readonly units = new GatheredUnits();
  private readonly mapping: StoredMapping[] = [];
  private readonly match: (row: SchoolReference) => Match;
  private readonly matched = new Map<string, Match>();
  private readonly schools: ReadonlyMap<string, KnownSchool>;

  constructor(task: ReadingTask) {
    this.task = task;
    this.faults = new FaultList(task.mostFaults ?? MOST_FAULTS_KEPT);
    this.unmatched = new UnmatchedList(task.chosen);
    this.match = schoolMatcher(task.territory);
    this.schools = new Map(task.territory.schools.map((school) => [school.id, school]));
  }

  take(event: ReadEvent): void {
    if (event.type === 'row') this.rows += 1;
    else if (event.type === 'mapping') this.sheet(event.sheet).columns = event.columns.map(shortened);
    else if (event.type === 'fault') this.faults.add({ sheet: event.sheet, cell: event.cell, message: event.message });
    else this.takeFact(event);
  }

  /** Something worth telling of a sheet that is no fault. */
  note({ sheet, message }: { sheet: string; message: string }): void {
    const noted = this.sheet(sheet);
    noted.notes = [...(noted.notes ?? []), message];
  }

  private sheet(name: string): StoredMapping {
    const known = this.mapping.find(({ sheet }) => sheet === name);
    if (known) return known;
    const sheet: StoredMapping = { sheet: name, columns: [] };
    this.mapping.push(sheet);
    return sheet;
  }

  private takeFact(event: Extract<ReadEvent, { type: 'fact' }>): void {
    const { kind, schoolYear, fact, sheet, row } = event;
    const place = this.placeOf(event);
    if (place === null) {
      this.faults.failRow(sheet, row);
      return;
    }
    const source = { importId: this.task.importId, sheet, row };
    const earlier = this.units.add(place, { kind, schoolYear, fact, source });
    if (earlier === null) return;
    const message = `То же самое уже сказано в строке ${earlier}. Оставьте одну из двух строк.`;
    this.faults.add({ sheet, cell: `A${row}`, message });
  }

  /** Whose the fact is; null when nobody can tell, which is noted. */
  private placeOf({ school, sheet, row }: Extract<ReadEvent, { type: 'fact' }>): UnitPlace | null {
    const { scope } = this.task;
    if (school === null) {
      if (!scope.schoolId) return { schoolId: null, municipalityId: scope.municipalityId };
      this.faults.add({ sheet, cell: `A${row}`, message: REGION_LINE });
      return null;
    }
    const match = this.matchOf(school);
    if (match.kind === 'school') return { schoolId: match.school.id, municipalityId: match.school.municipalityId };
    const chosen = this.schools.get(this.unmatched.chosenFor(school) ?? '');
    if (chosen) {
      this.unmatched.addChosen(school, chosen);
      return { schoolId: chosen.id, municipalityId: chosen.municipalityId };
    }
    this.unmatched.add(school, match);
    if (this.task.unmatchedAsFaults) this.faults.add({ sheet, cell: `A${row}`, message: UNCLEAR_SCHOOL });
    return null;
  }

  private matchOf(school: SchoolReference): Match {
    const text = textOfReference(school);
    const known = this.matched.get(text) ?? this.match(school);
    this.matched.set(text, known);
    return known;
  }

  result(): ReadFile {
    const accepted = this.units.size === 0 ? 0 : Math.max(1, this.rows - this.faults.rows);
    return {
      rows: this.rows,
      accepted: Math.min(accepted, this.rows),
      errors: this.faults.kept,
      errorCount: this.faults.count,
      unmatched: this.unmatched.stored(),
      mapping: this.mapping,
      units: this.units,
    };
  }
}
