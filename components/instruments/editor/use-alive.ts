'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** false until the page's script runs: what is typed before that would be lost. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
