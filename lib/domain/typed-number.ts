/** A number as people type it: «37,5», «1 000», «30 %»; NaN for what is none, so that a schema can complain. */
export function typedNumber(text: string): number {
  const plain = text.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

/** A share 0…1 of what was typed in per cent, counted to a hundredth of a per cent. */
export function typedPercent(text: string): number {
  return Math.round(typedNumber(text) * 100) / 10_000;
}
