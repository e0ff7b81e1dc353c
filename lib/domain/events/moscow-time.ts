/** Day and time of a form to a moment and back. Moscow has kept UTC+3 without summer time since 2014. */
import { dayOf, formatTime } from '../russian';

const OFFSET = '+03:00';

/** The moment of a day «2020-01-17» and a time «10:30» in Moscow. */
export const momentInMoscow = (day: string, time: string): Date => new Date(`${day}T${time}:00${OFFSET}`);

/** The day and the time of a moment in Moscow, as inputs of a form take them. */
export const dayAndTime = (moment: Date): { day: string; time: string } => ({
  day: dayOf(moment),
  time: formatTime(moment),
});
