/** The texts of a centre's yearly report: sections with named fields, which МОЦ may write anew. */

/** Fields that a text may name, with what stands for them. */
export const REPORT_FIELDS = {
  год: 'учебный год',
  муниципалитет: 'название муниципалитета',
  карт: 'сколько карт принято',
  школ: 'сколько школ заполняли карты',
  'в списке': 'сколько школ в списке',
  'доля в списке': 'процент школ в списке',
  обследований: 'сколько обследований проведено',
  рекомендаций: 'сколько рекомендаций направлено',
  выполнено: 'сколько рекомендаций выполнено',
  программ: 'сколько программ согласовано',
  партнёрств: 'сколько партнёрств согласовано',
  мероприятий: 'сколько мероприятий прошло',
} as const;

export type ReportField = keyof typeof REPORT_FIELDS;
export type ReportValues = Readonly<Record<ReportField, string>>;

/** The sections in the order of the report; tables follow the texts of those that have them. */
export const YEAR_SECTIONS = [
  {
    code: 'monitoring',
    title: 'Мониторинг и список школ',
    text: 'В {год} учебном году карты приняты у {карт} из {школ} школ. В список школ с низкими результатами включены {в списке}, это {доля в списке} школ.',
  },
  { code: 'movement', title: 'Движение списка по годам', text: 'Какие школы вошли в список и вышли из него.' },
  {
    code: 'support',
    title: 'Обследования, рекомендации и программы',
    text: 'Проведено обследований: {обследований}. Направлено рекомендаций: {рекомендаций}, выполнено: {выполнено}. Согласовано программ перехода в эффективный режим: {программ}.',
  },
  { code: 'partners', title: 'Школы-партнёры', text: 'Согласовано партнёрств: {партнёрств}.' },
  { code: 'events', title: 'Мероприятия', text: 'Прошло мероприятий: {мероприятий}.' },
  { code: 'conclusions', title: 'Выводы и задачи', text: 'Выводы пишет МОЦ.' },
] as const;

export type SectionCode = (typeof YEAR_SECTIONS)[number]['code'];
export type ReportTexts = Readonly<Record<SectionCode, string>>;

/** The texts before anybody wrote others. */
export const USUAL_TEXTS = Object.fromEntries(YEAR_SECTIONS.map(({ code, text }) => [code, text])) as ReportTexts;

const FIELD = /\{([^{}]*)\}/g;

/** Names in braces that are no field of the report, in order, each once. */
export function unknownFields(text: string): string[] {
  const names = [...text.matchAll(FIELD)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !(name in REPORT_FIELDS)))];
}

/** The text with its fields filled in; what is no field stays as it was typed. */
export function filledText(text: string, values: ReportValues): string {
  return text.replace(FIELD, (whole, name: string) => (name in values ? values[name as ReportField] : whole));
}
