import type { ScopedDatabase } from '@/lib/access/door';
import { type ChangeSplit, splitChange } from '@/lib/domain/change-split';
import { type IdentificationRule, propose, ruleWords } from '@/lib/domain/identification';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { cardUnder, type FilledCard, partOf } from '@/lib/domain/rescoring';
import { scoreOf } from '@/lib/domain/scoring';
import type { AcceptedCard } from '@/lib/portal/instruments/queries';
import type { RescoredSchool, RescoringSide } from './schema';

/** A year's accepted cards as one version counts them. */
interface Side extends RescoringSide {
  instrument: InstrumentDefinition;
  /** by id of the school */
  cards: Map<string, CountedCard>;
  proposed: Set<string> | null;
}

interface CountedCard {
  school: Pick<AcceptedCard, 'schoolId' | 'schoolCode' | 'schoolName'>;
  card: FilledCard;
  negativeSum: number;
  maximum: number;
}

/** A campaign of the scope with its rules; null outside it. */
export function campaignOf(db: ScopedDatabase, id: string) {
  return db.campaign.findUnique({
    where: { id },
    include: {
      municipality: { select: { name: true } },
      instrumentVersion: { select: { id: true, title: true, number: true } },
      rules: true,
    },
  });
}

export type CampaignRow = NonNullable<Awaited<ReturnType<typeof campaignOf>>>;

/** «Диагностическая карта», версия 2 */
export const versionName = (title: string, number: number) => `«${title}», версия ${number}`;

/** A campaign's cards, filled in by `own`, as `target` counts them. */
export function sideOf(
  campaign: CampaignRow,
  own: InstrumentDefinition,
  target: InstrumentDefinition,
  accepted: readonly AcceptedCard[],
  tableCode: string,
): Side {
  const counted = accepted
    .filter((card) => card.campaignId === campaign.id)
    .map((school): CountedCard => {
      const filled = { instrument: own, grades: school.grades, answers: school.answers };
      const card = own === target ? filled : cardUnder(filled, target);
      return { school, card, ...partOf(scoreOf(target, card.grades, card.answers), tableCode) };
    });
  const rule = ruleOf(campaign, tableCode);
  const scored = counted.map(({ school: { schoolId, schoolCode, schoolName: name }, negativeSum, maximum }) => ({
    ...{ schoolId, schoolCode, name, negativeSum, maximum },
  }));
  return {
    campaignId: campaign.id,
    schoolYear: campaign.schoolYear,
    versionId: campaign.instrumentVersion.id,
    versionName: versionName(campaign.instrumentVersion.title, campaign.instrumentVersion.number),
    rule: rule ? ruleWords(rule) : null,
    instrument: target,
    cards: new Map(counted.map((each) => [each.school.schoolId, each])),
    proposed: rule ? propose(rule, scored) : null,
  };
}

function ruleOf(campaign: CampaignRow, tableCode: string): IdentificationRule | null {
  const rule = campaign.rules.find((each) => each.tableCode === tableCode);
  return rule ? { kind: rule.kind, tableCode, value: rule.value.toNumber() } : null;
}

/** What the page says of a side. */
export function describedSide({ campaignId, schoolYear, versionId, versionName: name, rule }: Side): RescoringSide {
  return { campaignId, schoolYear, versionId, versionName: name, rule };
}

const russian = new Intl.Collator('ru', { numeric: true });

/** Every school of either side, the highest later sum first, then by name. */
export function comparedSchools(before: Side, after: Side, tableCode: string): RescoredSchool[] {
  const sumOn = (side: Side, counted: CountedCard | undefined) =>
    counted
      ? {
          negativeSum: counted.negativeSum,
          maximum: counted.maximum,
          proposed: side.proposed?.has(counted.school.schoolCode) ?? null,
        }
      : null;
  const ids = [...new Set([...after.cards.keys(), ...before.cards.keys()])];
  const schools = ids.flatMap((schoolId): RescoredSchool[] => {
    const earlier = before.cards.get(schoolId);
    const later = after.cards.get(schoolId);
    const school = later?.school ?? earlier?.school;
    if (!school) return [];
    const split: ChangeSplit | null = earlier && later ? splitChange(earlier.card, later.card, tableCode) : null;
    const { schoolCode, schoolName: name } = school;
    return [{ schoolId, schoolCode, name, before: sumOn(before, earlier), after: sumOn(after, later), split }];
  });
  return schools.sort(
    (a, b) => (b.after?.negativeSum ?? -1) - (a.after?.negativeSum ?? -1) || russian.compare(a.name, b.name),
  );
}
