import { typeset } from '@/lib/domain/russian';
import type { ImportView } from '@/lib/portal/imports/views';

/** What is worth telling of the reading and is no fault: a sheet passed over, a year read from a title. */
export function ReadingNotes({ sheets }: { sheets: ImportView['mapping'] }) {
  const notes = sheets.flatMap(({ sheet, notes: ofSheet = [] }) =>
    ofSheet.map((note) => (sheet ? `Лист «${sheet}»: ${note}` : note)),
  );
  if (notes.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 px-4 pb-4 pl-9 text-sm sm:px-5 sm:pl-10">
      {notes.map((note) => (
        <li key={note}>{typeset(note)}</li>
      ))}
    </ul>
  );
}
