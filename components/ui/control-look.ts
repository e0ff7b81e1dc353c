/** The frame of everything one types into. */
export const controlLook = [
  'block w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-base text-ink',
  'min-h-10 hover:border-ink disabled:cursor-not-allowed disabled:border-line disabled:bg-quiet disabled:text-muted',
  '[&[readonly]]:bg-quiet aria-invalid:border-2 aria-invalid:border-danger',
].join(' ');
