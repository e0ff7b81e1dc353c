/** Russian text whose words are not torn apart at the end of a line. */
import { NBSP } from './russian';

/** A preposition, conjunction or particle of one or two letters stays with the next word. */
const SHORT_WORD = /(?<=(?:^|[\s«(]))([А-Яа-яЁё]{1,2}) (?=\S)/g;
/** A figure stays with what it counts: «30 %», «9 класса», «№ 10». */
const FIGURE = /(\d|№) (?=[\p{L}\d%])/gu;
/** A dash never begins a line. */
const BEFORE_DASH = / (?=—)/g;

/** The text with non-breaking spaces after short words and figures and before a dash; nothing else changes. */
export function boundText(text: string): string {
  return text.replace(SHORT_WORD, `$1${NBSP}`).replace(FIGURE, `$1${NBSP}`).replace(BEFORE_DASH, NBSP);
}
