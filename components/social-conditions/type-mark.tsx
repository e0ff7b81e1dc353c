import { LineMarker } from '@/components/charts/line-marker';
import { SCHOOL_TYPE_NAMES, SCHOOL_TYPES, type SchoolType } from '@/lib/domain/typology';

/** Each kind has its form and colour, the same on the chart, in the legend and in the lists. */
export function typeIndex(type: SchoolType): number {
  return SCHOOL_TYPES.indexOf(type);
}

export function TypeMark({ type }: { type: SchoolType }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0 overflow-visible">
      <LineMarker x={6} y={6} index={typeIndex(type)} />
    </svg>
  );
}

/** The kind of a school by form and word. */
export function TypeName({ type }: { type: SchoolType }) {
  return (
    <span className="inline-flex items-center gap-2">
      <TypeMark type={type} />
      <span className="min-w-0">{SCHOOL_TYPE_NAMES[type]}</span>
    </span>
  );
}

export function TypeLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {SCHOOL_TYPES.map((type) => (
        <li key={type}>
          <TypeName type={type} />
        </li>
      ))}
      <li className="inline-flex items-center gap-2">
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="var(--success)" strokeWidth="2" />
        </svg>
        Возможный партнёр
      </li>
    </ul>
  );
}
