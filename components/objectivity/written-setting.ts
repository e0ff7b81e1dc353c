/** A constant as people write it, with a comma and no more decimals than it has. */
export function writtenSetting(value: number): string {
  return String(value).replace('.', ',');
}
