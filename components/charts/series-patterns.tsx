import { seriesLook } from './series-look';

/** The fills of .series-fill-1…7 once more, as SVG patterns for one drawing. */
export function SeriesPatterns({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <pattern
          key={index}
          id={`${id}-${index}`}
          width={WIDTHS[index % 7]}
          height={WIDTHS[index % 7]}
          patternUnits="userSpaceOnUse"
        >
          <rect width="12" height="12" fill={index % 7 === 0 ? seriesLook(index).colour : 'var(--surface)'} />
          <Strokes index={index % 7} colour={seriesLook(index).colour} />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill of the series with this place in the legend. */
export function seriesFill(id: string, index: number): string {
  return `url(#${id}-${index})`;
}

const WIDTHS = [6, 6, 4, 6, 4, 4, 5];

function Strokes({ index, colour }: { index: number; colour: string }) {
  switch (index) {
    case 1:
      return <path d="M-1.5 4.5 l3 3 M0 0 l6 6 M4.5 -1.5 l3 3" stroke={colour} strokeWidth="2.8" />;
    case 2:
      return <path d="M1 0 v4" stroke={colour} strokeWidth="2" />;
    case 3:
      return <path d="M-1.5 1.5 l3 -3 M0 6 l6 -6 M4.5 7.5 l3 -3" stroke={colour} strokeWidth="1.7" />;
    case 4:
      return <path d="M0 1 h4" stroke={colour} strokeWidth="2" />;
    case 5:
      return <circle cx="2" cy="2" r="1.4" fill={colour} />;
    case 6:
      return <path d="M0.5 0 v5" stroke={colour} strokeWidth="1" />;
    default:
      return null;
  }
}
