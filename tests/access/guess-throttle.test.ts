import { describe, expect, it } from 'vitest';
import { delayAfter, GuessThrottle } from '@/lib/access/guess-throttle';

/** A throttle whose sleeping only counts milliseconds. */
function counting() {
  let slept = 0;
  let clock = 0;
  const throttle = new GuessThrottle(
    () => clock,
    async (ms) => {
      slept += ms;
    },
  );
  return {
    throttle,
    slept: () => slept,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

const wrong = async () => null;
const right = async () => 'session';

describe('guessing', () => {
  it('is free three times, then each answer comes later, up to four seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map(delayAfter)).toEqual([0, 0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('never refuses the right password after any number of failures', async () => {
    const { throttle, slept } = counting();
    for (let attempt = 0; attempt < 30; attempt += 1) await throttle.attempt('stranger:a@b.ru', wrong);
    const before = slept();
    expect(before).toBeGreaterThan(60_000);
    expect(await throttle.attempt('stranger:a@b.ru', right)).toBe('session');
    expect(slept()).toBe(before);
  });

  it('keeps lanes apart: failures in one never slow another', async () => {
    const { throttle, slept } = counting();
    for (let attempt = 0; attempt < 10; attempt += 1) await throttle.attempt('stranger:a@b.ru', wrong);
    const before = slept();
    await throttle.attempt('device:a@b.ru', wrong);
    expect(slept()).toBe(before);
  });

  it('runs attempts side by side while there were hardly any failures', async () => {
    const { throttle } = counting();
    const answers = await Promise.all(Array.from({ length: 150 }, () => throttle.attempt('stranger:a@b.ru', right)));
    expect(answers.every((answer) => answer === 'session')).toBe(true);
  });

  it('runs the attempts of a lane one after another once there were failures', async () => {
    const { throttle } = counting();
    for (let attempt = 0; attempt < 4; attempt += 1) await throttle.attempt('stranger:a@b.ru', wrong);
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return null;
    };
    await Promise.all(Array.from({ length: 10 }, () => throttle.attempt('stranger:a@b.ru', slow)));
    expect(most).toBe(1);
  });

  it('refuses a flood in one lane while it lasts', async () => {
    const { throttle } = counting();
    for (let attempt = 0; attempt < 4; attempt += 1) await throttle.attempt('stranger:a@b.ru', wrong);
    const answers = await Promise.all(Array.from({ length: 30 }, () => throttle.attempt('stranger:a@b.ru', wrong)));
    expect(answers.filter((answer) => answer === 'too-many')).toHaveLength(10);
    expect(await throttle.attempt('stranger:a@b.ru', right)).toBe('session');
  });

  it('forgets failures after an hour', async () => {
    const { throttle, slept, pass } = counting();
    for (let attempt = 0; attempt < 10; attempt += 1) await throttle.attempt('stranger:a@b.ru', wrong);
    const before = slept();
    pass(61 * 60 * 1000);
    await throttle.attempt('stranger:a@b.ru', wrong);
    expect(slept()).toBe(before);
  });
});
