'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

export interface WhenSeenProps {
  /** In rem: the place is kept, so that nothing jumps when the drawing comes. */
  height: number;
  /** What the drawing shows, for those who do not see it. */
  label: string;
  children: ReactNode;
}

/** Mounts its children, and so loads what they need, only when their place comes near the window. */
export function WhenSeen({ height, label, children }: WhenSeenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);

  useEffect(() => {
    const show = () => setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) show();
      },
      { rootMargin: '200px' },
    );
    if (place.current) observer.observe(place.current);
    window.addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', show);
    };
  }, []);

  return (
    <div ref={place} role="img" aria-label={`${label} Те же числа — в таблице.`} style={{ height: `${height}rem` }}>
      {seen ? children : <Skeleton className="size-full" />}
    </div>
  );
}
