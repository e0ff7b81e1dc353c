import { seriesLook } from './series-look';

/** A point of a line; each series has its form. */
export function LineMarker({ x, y, index }: { x: number; y: number; index: number }) {
  const { colour, marker } = seriesLook(index);
  const look = { fill: 'var(--surface)', stroke: colour, strokeWidth: 2 };
  switch (marker) {
    case 'circle':
      return <circle cx={x} cy={y} r={3.5} {...look} />;
    case 'square':
      return <rect x={x - 3.2} y={y - 3.2} width={6.4} height={6.4} {...look} />;
    case 'triangle':
      return <path d={`M${x} ${y - 4.2} l4 7 h-8 z`} {...look} />;
    case 'diamond':
      return <path d={`M${x} ${y - 4.6} l4.6 4.6 l-4.6 4.6 l-4.6 -4.6 z`} {...look} />;
  }
}
