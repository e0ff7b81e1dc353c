'use client';

import dynamic from 'next/dynamic';

// Recharts is heavy: each drawing is loaded by itself, and only when <WhenSeen> mounts it.
export const LazyStackedColumns = dynamic(() => import('./stacked-columns-drawing'), { ssr: false });
export const LazyLines = dynamic(() => import('./lines-drawing'), { ssr: false });
export const LazyGroupedBars = dynamic(() => import('./grouped-bars-drawing'), { ssr: false });
export const LazyScoreHistogram = dynamic(() => import('./score-histogram-drawing'), { ssr: false });
