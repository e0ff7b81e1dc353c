/** Grounds of cells by how much of the whole they hold; the number always stands in the cell as well. */
const SHADES = [
  'bg-[color-mix(in_srgb,var(--accent)_10%,var(--surface))]',
  'bg-[color-mix(in_srgb,var(--accent)_18%,var(--surface))]',
  'bg-[color-mix(in_srgb,var(--accent)_27%,var(--surface))]',
  'bg-[color-mix(in_srgb,var(--accent)_36%,var(--surface))]',
] as const;

/** The class of a share 0..1; none for 0. */
export function shadeOf(share: number): string {
  return share <= 0 ? '' : (SHADES[Math.min(SHADES.length - 1, Math.floor(share * SHADES.length))] ?? '');
}

/** A link on such a ground: the accent would be too pale on its own shade. */
export const CELL_LINK = 'text-ink underline underline-offset-2';
