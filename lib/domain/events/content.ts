/** The parts of an event that are lists: who speaks, and what comes when. */
import { z } from 'zod';

const text = (ask: string, most = 300) => z.string().trim().min(1, ask).max(most, `Не длиннее ${most} знаков.`);

export const speakersSchema = z
  .array(
    z.object({
      /** a post or a name of an adult speaker */
      who: text('Назовите выступающего.'),
      theme: z.string().trim().max(300, 'Не длиннее 300 знаков.').default(''),
    }),
  )
  .max(50);
export type EventSpeaker = z.output<typeof speakersSchema>[number];

export const programmeSchema = z
  .array(
    z.object({
      what: text('Напишите, что будет.'),
      /** HH:MM; empty: no time told */
      at: z
        .union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Время пишется как 10:30.')])
        .default(''),
    }),
  )
  .max(50);
export type EventProgrammeLine = z.output<typeof programmeSchema>[number];

/** Stored speakers; what cannot be read is no speaker. */
export function readSpeakers(stored: unknown): EventSpeaker[] {
  const read = speakersSchema.safeParse(stored);
  return read.success ? read.data : [];
}

/** The stored programme; what cannot be read is no line. */
export function readEventProgramme(stored: unknown): EventProgrammeLine[] {
  const read = programmeSchema.safeParse(stored);
  return read.success ? read.data : [];
}
