/** A title has no line breaks, although its field grows over several lines. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
