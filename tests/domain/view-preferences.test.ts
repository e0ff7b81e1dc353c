import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  USUAL_VIEW,
  VIEW_CHOICES,
  type ViewPreferences,
  viewAttributes,
  viewFrom,
  viewFromCookie,
  viewToCookie,
  withSetting,
} from '../../lib/domain/view-preferences';

const anyView: fc.Arbitrary<ViewPreferences> = fc.record({
  theme: fc.constantFrom(...VIEW_CHOICES.theme),
  contrast: fc.constantFrom(...VIEW_CHOICES.contrast),
  fontSize: fc.constantFrom(...VIEW_CHOICES.fontSize),
  spacing: fc.constantFrom(...VIEW_CHOICES.spacing),
});

describe('preferences of the view', () => {
  it('come back from the cookie as they were put there', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(viewFromCookie(viewToCookie(view))).toEqual(view);
      }),
    );
  });

  it('are always complete and known, whatever the cookie holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const view = viewFromCookie(text);
        expect(viewFrom(view)).toEqual(view);
      }),
    );
  });

  it('change one setting and ignore what is unknown', () => {
    expect(withSetting(USUAL_VIEW, 'fontSize', '200')).toEqual({ ...USUAL_VIEW, fontSize: '200' });
    expect(withSetting(USUAL_VIEW, 'fontSize', '300')).toEqual(USUAL_VIEW);
    expect(withSetting(USUAL_VIEW, 'constructor', 'dark')).toEqual(USUAL_VIEW);
    expect(withSetting(USUAL_VIEW, 'theme', null)).toEqual(USUAL_VIEW);
  });

  it('leave the theme to the browser unless the person chose', () => {
    expect(viewAttributes(USUAL_VIEW)['data-theme']).toBeUndefined();
    expect(viewAttributes({ ...USUAL_VIEW, theme: 'dark' })['data-theme']).toBe('dark');
  });
});
