/** Facts of one file put together to units as they come, in any order: what the file is the whole truth of. Pure. */
import { type FactKind, type Facts, type Sourced, unitKeyOf } from '@/lib/domain/evidence/facts';

/** Whose a unit is: of a school; without one, of a municipality or of the whole region. */
export interface UnitPlace {
  schoolId: string | null;
  municipalityId: string | null;
}

export interface GatheredUnit extends UnitPlace {
  kind: FactKind;
  schoolYear: string;
  key: string;
  facts: SourcedFact[];
}

type SourcedFact = { [Kind in FactKind]: Sourced<Facts[Kind]> }[FactKind];

export interface GatheredFact {
  kind: FactKind;
  schoolYear: string;
  fact: Facts[FactKind];
  source: { importId: string; sheet: string; row: number };
}

interface Kept {
  unit: GatheredUnit;
  /** the row in which each thing was said */
  said: Map<string, number>;
}

/** What a fact is about inside its unit: said twice in one file, one of the two is wrong. */
export function subjectOfFact(kind: FactKind, fact: Facts[FactKind]): string {
  if (kind === 'CONTEST' && 'name' in fact) return `${fact.name}|${fact.level}`;
  if ('exam' in fact) return `${fact.subject}|${fact.level ?? ''}`;
  if ('stage' in fact) return fact.subject;
  if ('task' in fact) return fact.task;
  return kind === 'OGE_JOURNAL' && 'subject' in fact ? fact.subject : '';
}

export class GatheredUnits {
  private readonly kept = new Map<string, Kept>();

  /** Adds a fact to its unit; gives the row that has said the same thing already, null when it is new. */
  add(place: UnitPlace, { kind, schoolYear, fact, source }: GatheredFact): number | null {
    const key = unitKeyOf(kind, fact);
    const at = `${place.schoolId ?? place.municipalityId ?? ''}|${schoolYear}|${kind}|${key}`;
    const kept: Kept = this.kept.get(at) ?? { unit: { ...place, kind, schoolYear, key, facts: [] }, said: new Map() };
    const subject = subjectOfFact(kind, fact);
    const earlier = kept.said.get(subject);
    if (earlier !== undefined) return earlier;
    this.kept.set(at, kept);
    kept.said.set(subject, source.row);
    kept.unit.facts.push({ ...fact, source } as SourcedFact);
    return null;
  }

  get size(): number {
    return this.kept.size;
  }

  *[Symbol.iterator](): IterableIterator<GatheredUnit> {
    for (const { unit } of this.kept.values()) yield unit;
  }
}
