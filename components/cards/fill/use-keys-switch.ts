'use client';

import { useEffect, useState } from 'react';

const PLACE = 'moc-card-keys';

/** Whether answers are given by single keys; kept in the browser, on unless it was turned off. */
export function useKeysSwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(PLACE) !== 'off');
    } catch {
      // the browser keeps nothing: the switch holds for this page
    }
  }, []);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(PLACE, next ? 'on' : 'off');
      } catch {
        // the same
      }
    },
  ];
}
