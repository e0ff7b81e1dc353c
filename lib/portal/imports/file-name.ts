const LONGEST_NAME = 150;

/**
 * The name under which people will find their file again: without folders, control and reserved characters or invisible
 * signs that turn the direction of writing.
 */
export function plainFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return [...clean].slice(-LONGEST_NAME).join('') || 'файл';
}
