/** Texts of reports that МОЦ writes: sections whose words may name fields in braces, «{год}». */

export interface ReportSection {
  code: string;
  title: string;
  /** the words before anybody wrote others */
  text: string;
}

/** What may be named in braces, with what stands for it. */
export type ReportFields = Readonly<Record<string, string>>;
export type ReportValues = Readonly<Record<string, string>>;
/** By the section's code. */
export type ReportTexts = Readonly<Record<string, string>>;

const FIELD = /\{([^{}]*)\}/g;

/** Names in braces that are no field of the report, in order, each once. */
export function unknownFields(text: string, fields: ReportFields): string[] {
  const names = [...text.matchAll(FIELD)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !Object.hasOwn(fields, name)))];
}

/** The text with its fields filled in; what is no field stays as it was typed. */
export function filledText(text: string, values: ReportValues): string {
  return text.replace(FIELD, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole));
}

/** The texts before anybody wrote others. */
export function usualTexts(sections: readonly ReportSection[]): ReportTexts {
  return Object.fromEntries(sections.map(({ code, text }) => [code, text]));
}
