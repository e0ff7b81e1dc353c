/** Many principals at once: each reads its card and saves an answer, again and again, through the portal's functions. */
import { setTimeout as pause } from 'node:timers/promises';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { cardForEditing, cardOf } from '@/lib/portal/cards/queries';
import { type Quantiles, quantiles } from './measure';
import { ASKED_OF_ALL, given } from './portal-measures';
import type { fillingPrincipals } from './viewers';

export interface CrowdFindings {
  people: number;
  seconds: number;
  reads: number;
  saves: number;
  /** by message, with how often */
  errors: Map<string, number>;
  /** ms from asking to the answer */
  read: Quantiles;
  save: Quantiles;
}

type Person = Awaited<ReturnType<typeof fillingPrincipals>>[number];

/** `thinkMs`: the pause of a person between two answers; 0 asks as fast as the portal answers. */
export async function crowd(people: readonly Person[], seconds: number, thinkMs: number): Promise<CrowdFindings> {
  const reads: number[] = [];
  const saves: number[] = [];
  const errors = new Map<string, number>();
  const timed = async <T>(times: number[], work: () => Promise<T>): Promise<T | null> => {
    const began = performance.now();
    try {
      const result = await work();
      times.push(performance.now() - began);
      return result;
    } catch (error) {
      const message = (error as Error).message;
      errors.set(message, (errors.get(message) ?? 0) + 1);
      return null;
    }
  };
  const end = performance.now() + seconds * 1000;
  const work = async ({ viewer, cardId }: Person, place: number) => {
    await pause((thinkMs * place) / people.length);
    for (let turn = 0; performance.now() < end; turn += 1) {
      if (turn % 5 === 0) await timed(reads, () => given(cardForEditing(viewer, cardId)));
      const card = await timed(reads, () => given(cardOf(viewer, cardId)));
      if (card) {
        const answers = { [ASKED_OF_ALL]: turn % 2 ? 'yes' : 'no' };
        await timed(saves, () => given(saveAnswers(viewer, cardId, { version: card.version, answers }, new Date())));
      }
      if (thinkMs > 0) await pause(thinkMs);
    }
  };
  const began = performance.now();
  await Promise.all(people.map(work));
  return {
    ...{ people: people.length, seconds: (performance.now() - began) / 1000, errors },
    ...{ reads: reads.length, saves: saves.length, read: quantiles(reads), save: quantiles(saves) },
  };
}

export function crowdLines({ people, seconds, reads, saves, errors, read, save }: CrowdFindings): string[] {
  const whole = (value: number) => Math.round(value).toLocaleString('ru-RU');
  const of = ({ p50, p95, max }: Quantiles) => `p50 ${whole(p50)}, p95 ${whole(p95)}, max ${whole(max)} мс`;
  const failed = [...errors.values()].reduce((sum, times) => sum + times, 0);
  return [
    `${people} человек, ${whole(seconds)} с: ${whole((reads + saves) / seconds)} вызовов в секунду, ошибок ${failed}`,
    `  чтений ${whole(reads)}: ${of(read)}`,
    `  сохранений ${whole(saves)}: ${of(save)}`,
    ...[...errors].map(([message, times]) => `  ${times} × ${message}`),
  ];
}
