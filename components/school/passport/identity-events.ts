import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { capitalised, countOf, formatNumber } from '@/lib/domain/russian';
import type { MergedSchool, PassportPeriod } from '@/lib/portal/schools/views';

/** Something that happened to the school itself. */
export interface IdentityEvent {
  on: Date;
  what: string;
  /** by which order or for which cause */
  ground: string;
}

/** What changed between two passports in words; empty when nothing that is shown did. */
export function passportChanges(before: PassportPeriod, after: PassportPeriod): string[] {
  const { shortName, kind, gradeFrom, gradeTo, municipalityName, address, pupils } = after;
  return [
    ...(before.shortName === shortName && before.name === after.name
      ? []
      : [`новое имя: ${shortName}, прежде ${before.shortName}`]),
    ...(before.kind === kind
      ? []
      : [`вид: ${SCHOOL_KINDS[kind].toLowerCase()}, прежде ${SCHOOL_KINDS[before.kind].toLowerCase()}`]),
    ...(before.gradeFrom === gradeFrom && before.gradeTo === gradeTo
      ? []
      : [`${gradesInWords(gradeFrom, gradeTo)}, прежде ${gradesInWords(before.gradeFrom, before.gradeTo)}`]),
    ...(before.municipalityName === municipalityName
      ? []
      : [`муниципалитет: ${capitalised(municipalityName)}, прежде ${capitalised(before.municipalityName)}`]),
    ...(before.address === address ? [] : [`новый адрес: ${address || 'не указан'}`]),
    ...(before.pupils === pupils || pupils === null
      ? []
      : [`${countOf(pupils, 'обучающийся', 'обучающихся', 'обучающихся')}, прежде ${formatNumber(before.pupils)}`]),
  ];
}

/** Changes of the passport and mergers, the newest first. */
export function identityEvents(
  periods: readonly PassportPeriod[],
  predecessors: readonly Pick<MergedSchool, 'name' | 'happenedOn' | 'ground'>[],
  successors: readonly Pick<MergedSchool, 'name' | 'happenedOn' | 'ground'>[],
): IdentityEvent[] {
  const ordered = [...periods].sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  const changes = ordered.flatMap((period, at): IdentityEvent[] => {
    const before = ordered[at - 1];
    const words = before ? passportChanges(before, period) : [];
    if (words.length === 0) return [];
    return [{ on: period.validFrom, what: capitalised(words.join('; ')), ground: period.reason }];
  });
  return [
    ...changes,
    ...predecessors.map(({ name, happenedOn, ground }) => ({ on: happenedOn, what: `Присоединена ${name}`, ground })),
    ...successors.map(({ name, happenedOn, ground }) => ({
      on: happenedOn,
      what: `Школа присоединена к: ${name}`,
      ground,
    })),
  ].sort((a, b) => b.on.getTime() - a.on.getTime());
}
