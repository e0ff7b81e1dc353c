import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, SETTING_DEFINITIONS } from '../../../lib/domain/objectivity/settings';

describe('settings of the signs', () => {
  it('the defaults are those of domain.md 2.4', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      ...{ s1MinimumN: 10, s1Deviations: 1.96, s2SimpleShare: 0.4, s2SimpleGap2: 0.1, s3Change: 1, s3ShareChange: 0.2 },
      ...{ s4MinimumN: 50, s4ApproximateN: 20, s4FalseDiscovery: 0.05, s5Easy: 3, s5Hard: 3, s6Markers: 1 },
      ...{ s7Unconfirmed: 1, s8MinimumN: 10, s8Lowered: 0.4, s8Lowered2: 0.1 },
    });
  });

  it('every one has a name, a basis and a default within its bounds', () => {
    for (const { name, basis, minimum, maximum, value, whole } of SETTING_DEFINITIONS) {
      expect(name).toMatch(/^[А-ЯЁ]/);
      expect(basis).not.toBe('');
      expect(value >= minimum && value <= maximum && (!whole || Number.isInteger(value))).toBe(true);
    }
  });

  it('what is missing takes its default, what is unknown is dropped', () => {
    expect(parseSettings({ s3Change: 1.5, other: 1 })).toEqual({
      ok: true,
      settings: { ...DEFAULT_SETTINGS, s3Change: 1.5 },
    });
  });

  it('what is wrong is named in Russian', () => {
    expect(parseSettings({ s1MinimumN: 10.5, s2Tolerated: 2 })).toEqual({
      ok: false,
      errors: [
        { path: 's1MinimumN', message: 'Нужно целое число' },
        { path: 's2Tolerated', message: 'Не больше 1' },
      ],
    });
    expect(parseSettings({ s4MinimumN: 30, s4ApproximateN: 40 })).toEqual({
      ok: false,
      errors: [{ path: 's4ApproximateN', message: 'Не больше числа участников для полной оценки' }],
    });
    expect(parseSettings({ s3Change: '1' }).ok).toBe(false);
    expect(parseSettings(null).ok).toBe(false);
  });
});
