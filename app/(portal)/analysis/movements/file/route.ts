import { municipalityAsked, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { movementsView } from '@/lib/portal/lists/queries';
import type { MovementsView } from '@/lib/portal/lists/views';

type Year = MovementsView['tracks'][number]['years'][number] & { list: string };

const byName = new Intl.Collator('ru', { numeric: true });

/** Who entered the lists, stayed and left over the years, `?format=csv|xlsx&municipality=`. */
export function GET(request: Request): Promise<Response> {
  const makeTable: Parameters<typeof tableFile>[1] = async (viewer, asked) => {
    const municipalityId = municipalityAsked(viewer, asked);
    if (!municipalityId.ok) return municipalityId;
    const view = await movementsView(viewer, municipalityId.value);
    if (!view.ok) return view;
    const { tracks, schools, municipalityName } = view.value;
    const rows = tracks.flatMap(({ track, years }) =>
      [...years].reverse().map((year): Year => ({ ...year, list: TRACK_NAMES[track] })),
    );
    const named = (codes: readonly string[] | null) =>
      codes
        ?.map((code) => schools.get(code)?.shortName ?? code)
        .sort(byName.compare)
        .join(', ') ?? null;
    const columns: RowColumn<Year>[] = [
      { header: 'Список', width: 28, of: ({ list }) => list },
      { header: 'Учебный год', of: (year) => formatSchoolYear(year.schoolYear) },
      { header: 'В списке', format: 'integer', of: (year) => year.listed.length },
      { header: 'Школ', format: 'integer', of: (year) => year.schoolCount },
      {
        header: 'Доля школ',
        format: 'share',
        of: ({ listed, schoolCount }) => (schoolCount > 0 ? listed.length / schoolCount : null),
      },
      { header: 'Школы списка', width: 60, of: (year) => named(year.listed) },
      { header: 'Вошли', format: 'integer', of: (year) => year.entered?.length ?? null },
      { header: 'Кто вошёл', width: 40, of: (year) => named(year.entered) },
      { header: 'Остались', format: 'integer', of: (year) => year.stayed?.length ?? null },
      { header: 'Кто остался', width: 40, of: (year) => named(year.stayed) },
      { header: 'Вышли', format: 'integer', of: (year) => year.left?.length ?? null },
      { header: 'Кто вышел', width: 40, of: (year) => named(year.left) },
    ];
    return done(tableOf('Движение по годам', rows, columns, [capitalised(municipalityName)]));
  };
  return tableFile(request, makeTable, false);
}
