import { TabLinks } from '@/components/ui/tab-links';
import type { MatrixView } from '@/lib/portal/failure-matrix/views';

/** The grades of the school, each with the number of cells filled in. */
export function GradeLinks({ matrix, grade }: { matrix: MatrixView; grade: number }) {
  const { from, to } = matrix.form.grades;
  return (
    <TabLinks
      label="Класс"
      items={Array.from({ length: to - from + 1 }, (_, index) => from + index).map((one) => ({
        href: `/monitoring/causes/matrix/${matrix.id}?grade=${one}`,
        label: `${one} класс`,
        current: one === grade,
        count: matrix.cells.filter((cell) => cell.grade === one).length,
      }))}
    />
  );
}
