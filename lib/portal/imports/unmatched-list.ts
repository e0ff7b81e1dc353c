/** The schools of a file that were not recognised, each once with the number of its rows. Pure. */
import type { KnownSchool, Match, SchoolReference, Unclear } from './matching';
import { aliasOfReference, textOfReference } from './matching';

/** As it is kept with the import: beside what people see, what is remembered of a choice and what was chosen. */
export interface StoredUnmatched {
  text: string;
  rows: number;
  reason: string;
  candidates: { schoolId: string; name: string }[];
  alias: string;
  /** chosen by a person; null: still unclear */
  chosen: string | null;
}

const REASONS: Readonly<Record<Unclear, string>> = {
  UNKNOWN: 'Такой школы нет среди школ, которые вам доступны. Выберите школу; чужие строки не загружаются.',
  SEVERAL: 'Так называются несколько школ. Выберите одну.',
  CONTRADICTION: 'Код или логин одной школы, а название — другой. Выберите, чья это строка.',
  OTHER_MUNICIPALITY: 'В строке назван другой муниципалитет: его школы загружает он сам или СОИРО.',
  NOTHING_NAMED: 'В строке нет ни кода, ни логина, ни названия школы.',
};

/** texts that are kept one by one: a file that knows no school at all is a wrong file */
const MOST_TEXTS = 300;

export class UnmatchedList {
  private readonly texts = new Map<string, StoredUnmatched>();
  private beyond = 0;
  private readonly chosen: ReadonlyMap<string, string>;

  /** `chosen`: what people have chosen for this file, by text. */
  constructor(chosen: ReadonlyMap<string, string>) {
    this.chosen = chosen;
  }

  /** The school that a person chose for such a row; null when nobody did. */
  chosenFor(row: SchoolReference): string | null {
    return this.chosen.size > 0 ? (this.chosen.get(textOfReference(row)) ?? null) : null;
  }

  add(row: SchoolReference, match: Extract<Match, { kind: 'unclear' }>): void {
    this.count(row, { reason: REASONS[match.reason], candidates: match.candidates, chosen: null });
  }

  addChosen(row: SchoolReference, school: KnownSchool): void {
    this.count(row, { reason: '', candidates: () => [school], chosen: school.id });
  }

  private count(
    row: SchoolReference,
    how: { reason: string; candidates: () => readonly KnownSchool[]; chosen: string | null },
  ): void {
    const text = textOfReference(row);
    const known = this.texts.get(text);
    if (known) known.rows += 1;
    else if (this.texts.size >= MOST_TEXTS) this.beyond += 1;
    else {
      const candidates = how.candidates().map(({ id, shortName }) => ({ schoolId: id, name: shortName }));
      const { reason, chosen } = how;
      this.texts.set(text, { text, rows: 1, reason, candidates, alias: aliasOfReference(row), chosen });
    }
  }

  /** Everything, the most frequent first. */
  stored(): StoredUnmatched[] {
    const all = [...this.texts.values()].sort((a, b) => b.rows - a.rows || a.text.localeCompare(b.text, 'ru'));
    if (this.beyond === 0) return all;
    const reason = 'Слишком много незнакомых школ: проверьте, тот ли это файл и верно ли названы столбцы.';
    const rest = { text: '… и другие', rows: this.beyond, reason, candidates: [], alias: '', chosen: null };
    return [...all, rest];
  }
}
