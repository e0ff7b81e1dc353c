/** The name that accounts are looked for by, as the page and its file read the address. */
export const askedName = ({ q = '' }: { q?: string }): string => q.trim().slice(0, 100);
