/** What a form shows after it was sent: nothing yet, done, or a failure with everything that was entered kept. */
import type { Failure } from './failure';

export interface FormState {
  failure?: Failure;
  /** what was done, in Russian */
  message?: string;
  /** what was entered, so that nothing is lost when the form comes back */
  values?: Record<string, string>;
}

/** The text fields of a sent form; files are left out. */
export function enteredValues(form: Iterable<[string, unknown]>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  }
  return values;
}

/** The complaint about one field of the form. */
export function faultOf(state: FormState, path: string): string | undefined {
  return state.failure?.errors?.find((error) => error.path === path)?.message;
}
