/**
 * What was written on this computer and has not reached the portal, one copy for each window. A full or closed storage
 * loses only this copy: the text still stands on the page and is sent from there.
 */
import { withoutFault } from '@/components/ui/without-fault';

export interface Unsent<Content> {
  base: Content;
  content: Content;
}

export function keepUnsent<Content>(place: string, unsent: Unsent<Content>): void {
  withoutFault(() => window.localStorage.setItem(place, JSON.stringify(unsent)));
}

export function forgetUnsent(place: string): void {
  withoutFault(() => window.localStorage.removeItem(place));
}

/** The copies that windows on this document left, each with its place; what cannot be read is passed over. */
export function unsentOfAll<Content>(key: string): { place: string; unsent: Unsent<Content> }[] {
  const left: { place: string; unsent: Unsent<Content> }[] = [];
  withoutFault(() => {
    for (const place of Object.keys(window.localStorage).filter((one) => one === key || one.startsWith(`${key}#`))) {
      withoutFault(() => left.push({ place, unsent: JSON.parse(window.localStorage.getItem(place) ?? '') }));
    }
  });
  return left;
}
