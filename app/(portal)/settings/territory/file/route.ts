import { tableFile, tableOf } from '@/app/(portal)/table-file';
import { refusal } from '@/lib/access/policy';
import { done } from '@/lib/domain/failure';
import { territory } from '@/lib/portal/territory/queries';

/** Regions with their municipalities as a file, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const refused = refusal(viewer, 'territory.edit');
    if (refused) return { ok: false, failure: refused };
    const regions = await territory(viewer);
    const rows = regions.flatMap((region) => region.municipalities.map((one) => ({ ...one, region: region.name })));
    return done(
      tableOf('Муниципалитеты', rows, [
        { header: 'Регион', width: 30, of: ({ region }) => region },
        { header: 'Муниципалитет', width: 36, of: ({ name }) => name },
        { header: 'Код', of: ({ code }) => code },
        { header: 'Школ', format: 'integer', of: ({ schools }) => schools },
      ]),
    );
  });
}
