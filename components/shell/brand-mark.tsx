/** The sign of the portal: the six steps of the management cycle as a ring, the present one set off. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} fill="none" strokeWidth={5} aria-hidden="true">
      {STEPS.map((angle) => (
        <path
          key={angle}
          d="M 11.15 5.43 A 11.6 11.6 0 0 1 20.85 5.43"
          transform={`rotate(${angle} 16 16)`}
          stroke="currentColor"
          opacity={angle === 0 ? 1 : 0.5}
        />
      ))}
      <circle cx="16" cy="16" r="3.5" fill="currentColor" />
    </svg>
  );
}

const STEPS = [0, 60, 120, 180, 240, 300];
