/** How series are told apart without colour. The order is that of --series-N and .series-fill-N. */
export interface SeriesLook {
  colour: string;
  /** Lines: the pattern of strokes and the form of points. */
  dash: string | undefined;
  marker: 'circle' | 'square' | 'triangle' | 'diamond';
}

const LOOKS: readonly SeriesLook[] = [
  { colour: 'var(--series-1)', dash: undefined, marker: 'circle' },
  { colour: 'var(--series-2)', dash: '7 4', marker: 'square' },
  { colour: 'var(--series-3)', dash: '2 4', marker: 'triangle' },
  { colour: 'var(--series-4)', dash: '10 3 2 3', marker: 'diamond' },
  { colour: 'var(--series-5)', dash: '4 2', marker: 'circle' },
  { colour: 'var(--series-6)', dash: '1 3', marker: 'square' },
  { colour: 'var(--series-7)', dash: '12 4', marker: 'triangle' },
];

export function seriesLook(index: number): SeriesLook {
  return LOOKS[index % LOOKS.length] as SeriesLook;
}
