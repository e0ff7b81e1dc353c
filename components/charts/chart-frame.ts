import { useEffect, useState } from 'react';

/** One rem in pixels now, so that drawings grow with the chosen size of text. */
export function useRem(): number {
  const [rem, setRem] = useState(16);
  useEffect(() => {
    const measure = () => setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    measure();
    const observer = new MutationObserver(measure);
    observer.observe(document.documentElement, { attributeFilter: ['data-font'] });
    return () => observer.disconnect();
  }, []);
  return rem;
}

/** Looks that all drawings share. */
export const axisTick = { fill: 'var(--muted)', fontSize: '0.8125rem' };
export const axisLine = { stroke: 'var(--line-strong)' };
export const gridStroke = 'var(--grid)';
export const referenceLook = { stroke: 'var(--danger)', strokeWidth: 2, strokeDasharray: '6 4' };
export const referenceLabel = { fill: 'var(--danger)', fontSize: '0.8125rem', fontWeight: 600 };
