/**
 * How a person wants to see the portal: the theme and «Версия для слабовидящих» (size, colours, spacing of text). Kept
 * in a cookie, so that the server gives the page in its final look, and with the account, so that it follows the person.
 */
export const VIEW_COOKIE = 'moc-view';

export const VIEW_CHOICES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['normal', 'black-on-white', 'white-on-black', 'yellow-on-black'],
  fontSize: ['100', '125', '150', '200'],
  spacing: ['normal', 'medium', 'large'],
} as const;

export type ViewSetting = keyof typeof VIEW_CHOICES;

export type ViewPreferences = { [Setting in ViewSetting]: (typeof VIEW_CHOICES)[Setting][number] };

export const USUAL_VIEW: ViewPreferences = { theme: 'system', contrast: 'normal', fontSize: '100', spacing: 'normal' };

export const VIEW_SETTINGS = Object.keys(VIEW_CHOICES) as ViewSetting[];

/** The preferences with one setting changed; an unknown setting or value changes nothing. */
export function withSetting(view: ViewPreferences, setting: string, value: unknown): ViewPreferences {
  const choices: readonly string[] | undefined = Object.hasOwn(VIEW_CHOICES, setting)
    ? VIEW_CHOICES[setting as ViewSetting]
    : undefined;
  return typeof value === 'string' && choices?.includes(value) ? { ...view, [setting]: value } : view;
}

/** Preferences from whatever was stored; what is missing or unknown is as usual. */
export function viewFrom(stored: Readonly<Record<string, unknown>>): ViewPreferences {
  return VIEW_SETTINGS.reduce((view, setting) => withSetting(view, setting, stored[setting]), USUAL_VIEW);
}

/** Preferences from the cookie's value, «theme=dark&fontSize=150…». */
export function viewFromCookie(value: string): ViewPreferences {
  return viewFrom(Object.fromEntries(new URLSearchParams(value)));
}

/** The cookie's value for these preferences. */
export function viewToCookie(view: ViewPreferences): string {
  return new URLSearchParams(view).toString();
}

/** The attributes of <html> by which the style sheet knows the preferences; «system» leaves the theme to the browser. */
export function viewAttributes(view: ViewPreferences): Record<`data-${string}`, string | undefined> {
  return {
    'data-theme': view.theme === 'system' ? undefined : view.theme,
    'data-contrast': view.contrast,
    'data-font': view.fontSize,
    'data-spacing': view.spacing,
  };
}
