import { failed } from '@/lib/domain/failure';

/** The lines of a form whose fields carry the number of the line, `title-3`: by number, a missing field as ''. */
export function formLines<Name extends string>(form: FormData, first: Name, ...rest: Name[]): Record<Name, string>[] {
  const names = [first, ...rest];
  const numbers = [...form.keys()].flatMap((key) => {
    const number = key.startsWith(`${first}-`) ? key.slice(first.length + 1) : '';
    return /^\d+$/.test(number) ? [number] : [];
  });
  return [...new Set(numbers)].map(
    (at) =>
      Object.fromEntries(names.map((name) => [name, String(form.get(`${name}-${at}`) ?? '')])) as Record<Name, string>,
  );
}

/** A field of a form as text. */
export const formText = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Complaints of zod by field, a line's field with its number: `lines.2.title` is `title-2`. */
export function invalidForm(issues: readonly { path: PropertyKey[]; message: string }[]) {
  return failed('INVALID', 'Проверьте поля формы', {
    errors: issues.map(({ path, message }) => {
      const [list, at, field] = path;
      return {
        path: typeof at === 'number' && field !== undefined ? `${String(field)}-${at}` : String(list ?? ''),
        message,
      };
    }),
  }).failure;
}
