/** Indicators of a municipality's year: target, fact, whether it is reached, what next year would bring. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { AimIndicator } from '@/lib/db/generated/client';
import {
  FORECAST_YEARS,
  forecast,
  INDICATOR_CODES,
  INDICATORS,
  type IndicatorUnit,
  indicatorValue,
  isIndicatorCode,
  targetState,
} from '@/lib/domain/aims/indicators';
import { shiftSchoolYear } from '@/lib/domain/school-year';
import { type IndicatorFact, indicatorFacts } from './facts';
import type { IndicatorView } from './views';

/** The year and those before it that a forecast looks at, the oldest first. */
const yearsUntil = (schoolYear: string): string[] =>
  Array.from({ length: FORECAST_YEARS }, (_, back) => shiftSchoolYear(schoolYear, back + 1 - FORECAST_YEARS));

/** The indicators of one municipality with their history. */
export async function indicatorsOf(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
): Promise<IndicatorView[]> {
  const years = yearsUntil(schoolYear);
  const facts = await indicatorFacts(db, [municipalityId], years);
  const rows = await db.aimIndicator.findMany({ where: { municipalityId, schoolYear: { in: years } } });
  return indicatorsFrom(years, facts, rows);
}

/** The last of the years by its facts and what was set: the computed indicators in their order, then own ones by title. */
export function indicatorsFrom(
  years: readonly string[],
  facts: readonly IndicatorFact[],
  rows: readonly AimIndicator[],
): IndicatorView[] {
  const now = rows.filter(({ schoolYear }) => schoolYear === years.at(-1));
  const computed = INDICATOR_CODES.map((code) => {
    const ofCode = facts.filter((fact) => fact.code === code);
    return computedIndicator(
      code,
      years,
      ofCode,
      now.find((row) => row.code === code),
    );
  });
  const own = now.filter(({ code }) => !isIndicatorCode(code)).sort((a, b) => a.title.localeCompare(b.title, 'ru'));
  return [...computed, ...own.map((row) => enteredIndicator(row, years, rows))];
}

function computedIndicator(
  code: (typeof INDICATOR_CODES)[number],
  years: readonly string[],
  facts: readonly IndicatorFact[],
  set: AimIndicator | undefined,
): IndicatorView {
  const { title, unit, moreIsBetter, source } = INDICATORS[code];
  const byYear = new Map(facts.map((fact) => [fact.schoolYear, fact]));
  const history = years.map((schoolYear) => {
    const fact = byYear.get(schoolYear);
    return { schoolYear, value: fact ? indicatorValue(unit, fact.part, fact.whole) : null };
  });
  const last = byYear.get(years.at(-1) ?? '');
  const fact = history.at(-1)?.value ?? null;
  const target = set?.target ?? null;
  return {
    ...{ code, title, unit, moreIsBetter, source, computed: true, target, fact, history },
    parts: last && last.whole > 0 ? { part: last.part, whole: last.whole } : null,
    at: last?.at ?? null,
    href: last?.href ?? null,
    state: targetState(fact, target, moreIsBetter),
    forecast: forecast(
      history.map(({ value }) => value),
      unit,
    ),
    version: set?.version ?? 0,
  };
}

function enteredIndicator(row: AimIndicator, years: readonly string[], all: readonly AimIndicator[]): IndicatorView {
  const { code, title, moreIsBetter, source, target, fact, version, changedAt } = row;
  const unit = row.unit as IndicatorUnit;
  const history = years.map((schoolYear) => ({
    schoolYear,
    value: all.find((one) => one.code === code && one.schoolYear === schoolYear)?.fact ?? null,
  }));
  return {
    ...{ code, title, unit, moreIsBetter, source, computed: false, target, fact, history, version },
    ...{ parts: null, at: fact === null ? null : changedAt, href: null },
    state: targetState(fact, target, moreIsBetter),
    forecast: forecast(
      history.map(({ value }) => value),
      unit,
    ),
  };
}
