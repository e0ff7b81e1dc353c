import type { CriterionRule } from '@/lib/domain/evidence/rule';
import { ruleWords } from '@/lib/domain/evidence/rule-words';
import type { Applicability, CriterionType } from '@/lib/domain/instrument';
import type { CriterionField } from '@/lib/domain/instrument-difference';
import { NBSP, typeset } from '@/lib/domain/russian';

/** What the parts of an instrument are called on the screen. */
export const TYPE_NAMES: Record<CriterionType, string> = {
  YES_NO: 'Да или нет',
  SIGN_COUNT: 'Число признаков',
};

export const APPLICABILITY_NAMES: Record<Applicability, string> = {
  ALL: 'Все школы',
  PRIMARY: `Школы с${NBSP}1–4${NBSP}классами`,
  GRADE7_11: `Школы с${NBSP}7–11${NBSP}классами`,
  GRADE9: `Школы с${NBSP}9${NBSP}классом`,
  GRADE11: `Школы с${NBSP}11${NBSP}классом`,
};

export const FIELD_NAMES: Record<CriterionField, string> = {
  text: 'формулировка',
  type: 'вид ответа',
  applicability: 'кого касается',
  signs: 'признаки',
  help: 'пояснение',
  purpose: 'основание или цель',
  evidence: 'чем подтверждается',
  threshold: 'порог',
  source: 'источник',
  stable: 'перенос ответа с прошлого года',
  rule: 'расчёт по данным',
};

/** How data answer a criterion, in words: «доля «2» на ОГЭ … не меньше …». */
export const ruleInWords = (rule: CriterionRule | undefined) =>
  rule ? typeset(ruleWords(rule)) : 'отвечает только школа';

/** The choices of a native list out of names. */
export function optionsOf<Value extends string>(names: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));
}

export const PROPOSAL_LABEL = 'Предложение разработчиков портала';
