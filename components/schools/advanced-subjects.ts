/** Several subjects in one field of a form's values; no name of a subject holds the character between them. */
const BETWEEN = '|';

export const joinedSubjects = (subjects: readonly string[]) => subjects.join(BETWEEN);
export const splitSubjects = (text: string | undefined) => (text ? text.split(BETWEEN) : []);
