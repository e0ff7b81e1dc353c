import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { studiesOf } from '@/lib/portal/support-cases/queries';

/** Stories of schools, «Что сработало», as a file, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const studies = await studiesOf(viewer);
    if (!studies.ok) return studies;
    return done(
      tableOf('Что сработало', studies.value.items, [
        { header: 'История', width: 40, of: (study) => study.title },
        { header: 'Школа', width: 36, of: (study) => study.schoolName },
        { header: 'С чего начали', width: 60, of: (study) => study.situation },
        { header: 'Что сделали', width: 60, of: (study) => study.measures },
        { header: 'Что изменилось', width: 60, of: (study) => study.outcome },
        { header: 'Кто написал', width: 28, of: (study) => study.writtenBy },
        { header: 'Изменена', of: (study) => dayCell(study.changedAt) },
        { header: 'Состояние', width: 16, of: (study) => (study.published ? 'опубликована' : 'черновик') },
      ]),
    );
  });
}
