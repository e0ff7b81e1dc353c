import { TabLinks } from '@/components/ui/tab-links';

interface GradeLinksProps {
  matrixId: string;
  grades: { from: number; to: number };
  grade: number;
  /** cells filled in of a grade */
  filled: (grade: number) => number;
}

/** The grades of the school, each with the number of cells filled in. */
export function GradeLinks({ matrixId, grades, grade, filled }: GradeLinksProps) {
  const { from, to } = grades;
  return (
    <TabLinks
      label="Класс"
      items={Array.from({ length: to - from + 1 }, (_, index) => from + index).map((one) => ({
        href: `/monitoring/causes/matrix/${matrixId}?grade=${one}`,
        label: `${one} класс`,
        current: one === grade,
        count: filled(one),
      }))}
    />
  );
}
