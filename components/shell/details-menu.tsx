'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

export interface DetailsMenuProps {
  summary: ReactNode;
  /** The name of the button where `summary` shows only an icon. */
  label?: string;
  children: ReactNode;
  className?: string;
  summaryClassName?: string;
}

/**
 * Something that opens under its button by <details>, so it works without JavaScript; with it, also Esc, a click
 * elsewhere and going to another page close it. Menus of the masthead close each other by their common `name`.
 */
export function DetailsMenu({ summary, label, children, className, summaryClassName }: DetailsMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const pathname = usePathname();

  // Another page closes it; the first rendering does not, since somebody may have opened it before the scripts came.
  const openedOn = useRef(pathname);
  useEffect(() => {
    if (openedOn.current === pathname) return;
    openedOn.current = pathname;
    if (details.current) details.current.open = false;
  }, [pathname]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const menu = details.current;
      if (event.key !== 'Escape' || !menu?.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    const onPointerDown = (event: PointerEvent) => {
      const menu = details.current;
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, []);

  return (
    // Opened before the scripts came, it has an `open` that the server did not write.
    <details ref={details} name="masthead" className={className} suppressHydrationWarning>
      <summary aria-label={label} className={summaryClassName}>
        {summary}
      </summary>
      {children}
    </details>
  );
}
