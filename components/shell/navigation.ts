/** A place of the portal in its navigation. */
export interface NavigationItem {
  label: string;
  href: string;
  /** Addresses that begin with it count as this place; `href` when left out. */
  within?: string;
  /** Steps of the management cycle stand together, in its order; the rest beside them. */
  part: 'home' | 'cycle' | 'places' | 'settings';
}

/** Whether the address lies in the item's place. */
export function isCurrent(item: NavigationItem, pathname: string): boolean {
  const within = item.within ?? item.href;
  return within === '/' ? pathname === '/' : pathname === within || pathname.startsWith(`${within}/`);
}
