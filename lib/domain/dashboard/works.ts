/** Schools by subject and grade, for the overview of a municipality. */

/** A sign that counts: where it was found. */
export interface SchoolSubject {
  schoolId: string;
  subject: string;
  grade: number;
}

export interface WorkSchools {
  /** with a sign in any subject or grade; each school once, as everywhere here */
  withSigns: number;
  /** in ascending order */
  grades: number[];
  /** the subject with the most schools first; cells in the order of `grades`, 0: no school */
  subjects: { subject: string; schools: number; cells: number[] }[];
}

const byName = new Intl.Collator('ru');
const schoolsIn = (found: readonly SchoolSubject[]) => new Set(found.map(({ schoolId }) => schoolId)).size;

/** How many schools have a sign in each subject and grade, however many signs one school has there. */
export function schoolsByWork(found: readonly SchoolSubject[]): WorkSchools {
  const grades = [...new Set(found.map(({ grade }) => grade))].sort((a, b) => a - b);
  const subjects = [...Map.groupBy(found, ({ subject }) => subject)].map(([subject, those]) => {
    const ofGrade = Map.groupBy(those, ({ grade }) => grade);
    return {
      subject,
      schools: schoolsIn(those),
      cells: grades.map((grade) => schoolsIn(ofGrade.get(grade) ?? [])),
    };
  });
  return {
    withSigns: schoolsIn(found),
    grades,
    subjects: subjects.sort((a, b) => b.schools - a.schools || byName.compare(a.subject, b.subject)),
  };
}
