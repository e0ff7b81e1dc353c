/** Where to go after sign-in: a path of this portal, never another site. */
export function pathOfPortal(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const home = 'http://portal.invalid';
  const url = URL.canParse(asked, home) ? new URL(asked, home) : null;
  if (!url || url.origin !== home || url.pathname.startsWith('/sign-in') || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search;
}
