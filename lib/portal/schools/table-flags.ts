import type { ScopedDatabase } from '@/lib/access/door';
import type { IdentificationRule, ScoredSchool } from '@/lib/domain/identification';
import { ruleWords } from '@/lib/domain/identification';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { wayOut, wayOutWords } from '@/lib/domain/leave-the-list';
import { formatNumber, NBSP } from '@/lib/domain/russian';
import type { Score } from '@/lib/domain/scoring';
import type { RankingView } from '@/lib/portal/lists/views';
import type { TableFlag } from './views';

/** The school's accepted card and by what it is judged. */
export interface JudgedCard {
  schoolId: string;
  campaignId: string;
  score: Score;
  instrument: InstrumentDefinition;
}

/** What a principal may know of the flag: the own sum against the rule, nothing that depends on others. */
export async function ownFlags(db: ScopedDatabase, card: JudgedCard): Promise<TableFlag[]> {
  const rules = await db.campaignRule.findMany({ where: { campaignId: card.campaignId } });
  return card.instrument.tables.map((table) => {
    const stored = rules.find((rule) => rule.track === table.track && rule.tableCode === table.code);
    const rule = stored ? { kind: stored.kind, tableCode: stored.tableCode, value: stored.value.toNumber() } : null;
    const school = scored(card, table.code);
    const head = { tableCode: table.code, track: table.track, rule, aboveNext: null, firmness: null };
    if (!rule) return { ...head, proposed: false, words: NO_RULE, points: [] };
    const way = wayOut(rule, school, [school], card.instrument, card.score);
    if (rule.kind === 'TOP_N') {
      return { ...head, proposed: null, words: dependsOnOthers(rule, school), points: way.points };
    }
    return { ...head, proposed: way.proposed, words: wayOutWords(way, rule, school), points: way.points };
  });
}

/** The flag as МОЦ and СОИРО see it, judged among all schools of the campaign. */
export function flagAmongAll({ table, rule, schools }: RankingView, card: JudgedCard): TableFlag {
  const own = schools.find((school) => school.schoolId === card.schoolId);
  const head = { tableCode: table.code, track: table.track, rule };
  if (!rule || !own) {
    return { ...head, proposed: false, words: NO_RULE, points: [], aboveNext: null, firmness: null };
  }
  const judged = schools.flatMap(({ schoolId, schoolCode, schoolName, negativeSum, maximum }): ScoredSchool[] =>
    negativeSum === null || maximum === null ? [] : [{ schoolId, schoolCode, name: schoolName, negativeSum, maximum }],
  );
  const school = judged.find((one) => one.schoolId === card.schoolId) ?? scored(card, table.code);
  const way = wayOut(rule, school, judged, card.instrument, card.score);
  return {
    ...head,
    proposed: way.proposed,
    words: wayOutWords(way, rule, school),
    points: way.points,
    aboveNext: way.aboveNext,
    firmness: own.firmness,
  };
}

const NO_RULE = `Для${NBSP}этой таблицы правило отбора не${NBSP}задано.`;

function scored({ schoolId, score }: JudgedCard, tableCode: string): ScoredSchool {
  const part = score.tables.find((table) => table.code === tableCode);
  const { negativeSum, maximum } = part ?? { negativeSum: 0, maximum: 0 };
  return { schoolId, schoolCode: schoolId, name: '', negativeSum, maximum };
}

function dependsOnOthers(rule: IdentificationRule, { negativeSum, maximum }: ScoredSchool): string {
  const sum = `Сумма${NBSP}${formatNumber(negativeSum)} из${NBSP}${formatNumber(maximum)}`;
  return `${sum}, правило: ${ruleWords(rule)}. Предложат${NBSP}ли школу, зависит от${NBSP}сумм других школ, поэтому сказать заранее нельзя. Каждый снятый балл отдаляет от${NBSP}списка.`;
}
