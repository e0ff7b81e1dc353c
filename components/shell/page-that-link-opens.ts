/**
 * The path of another page of the portal that this click opens in this window; null for everything else: a new tab, a
 * download, the same page with other filters, a place on the page.
 */
export function pageThatLinkOpens(event: MouseEvent, here: string): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return null;
  if (link.target && link.target !== '_self') return null;
  const from = new URL(here);
  const to = new URL(link.href, here);
  const isPage = to.origin === from.origin && !to.pathname.startsWith('/api/');
  return isPage && to.pathname !== from.pathname ? to.pathname : null;
}
