import type { Segment } from '@/lib/domain/library/search-words';

/** A text with what a search found in it. */
export function MarkedText({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, found }, at) =>
    found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
      <mark key={at} className="contrast-frame rounded-sm bg-warning-soft px-0.5 font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
