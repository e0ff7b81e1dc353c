'use client';

import dynamic from 'next/dynamic';

// Recharts is heavy: loaded when <WhenSeen> mounts it.
export const LazyTypology = dynamic(() => import('./typology-drawing'), { ssr: false });
