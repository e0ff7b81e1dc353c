/** Mentoring and development of teachers, in counts: no names, groups of pupils under 5 stay in the school. */
export type MentoringKind = 'SCHOOL' | 'HEAD' | 'TEACHER';
export type MentoringStatus = 'PLANNED' | 'RUNNING' | 'FINISHED' | 'STOPPED';
export type PsychologyKind = 'DIAGNOSTICS' | 'PARENT_CONSULTATION' | 'TEACHER_CONSULTATION' | 'EDUCATION' | 'TRAINING';

export const MENTORING_KINDS: Readonly<Record<MentoringKind, string>> = {
  SCHOOL: 'школа — школа',
  HEAD: 'директор — директор',
  TEACHER: 'педагог — педагог',
};
export const MENTORING_STATUSES: Readonly<Record<MentoringStatus, string>> = {
  PLANNED: 'Запланировано',
  RUNNING: 'Идёт',
  FINISHED: 'Завершено',
  STOPPED: 'Прекращено',
};
/** Direction 4 of the seed. */
export const PSYCHOLOGY_KINDS: Readonly<Record<PsychologyKind, string>> = {
  DIAGNOSTICS: 'Психодиагностика',
  PARENT_CONSULTATION: 'Консультации родителей',
  TEACHER_CONSULTATION: 'Консультации педагогов',
  EDUCATION: 'Психологическое просвещение',
  TRAINING: 'Занятия и тренинги',
};
/** Our own grouping of professional deficits. */
export const DEFICIT_AREAS: Readonly<Record<string, string>> = {
  SUBJECT: 'Предмет',
  METHOD: 'Методика',
  ASSESSMENT: 'Оценивание',
  PSYCHOLOGY: 'Психология',
  DIGITAL: 'Цифровые средства',
};

/** A course is suggested where at least so large a share of a subject's teachers has a deficit; our own proposal. */
export const SUGGEST_FROM = 0.4;

export interface DeficitCount {
  schoolId: string;
  subject: string;
  area: string;
  teachers: number;
  withDeficit: number;
}

/** Where courses or mentors are needed most: deficits from the threshold on, the largest share first. */
export function urgentDeficits<Count extends DeficitCount>(counts: readonly Count[]): Count[] {
  const share = ({ teachers, withDeficit }: DeficitCount) => (teachers === 0 ? 0 : withDeficit / teachers);
  return counts
    .filter((count) => share(count) >= SUGGEST_FROM)
    .sort((a, b) => share(b) - share(a) || b.withDeficit - a.withDeficit || a.subject.localeCompare(b.subject, 'ru'));
}

/** Free places of a course; never below zero. */
export const placesLeft = (places: number, enrolled: number): number => Math.max(0, places - enrolled);
