/** Texts that cells of a workbook point to: the one thing of it that is held in memory, within bounds. */
import type { Part } from '../archive/directory';
import { type Budget, unpacked } from '../archive/unpacking';
import { MOST_CELL_LENGTH, MOST_SHARED_CHARACTERS, MOST_SHARED_STRINGS } from '../limits';
import { Refusal, tooLongCell } from '../refusal';
import { XmlTokens } from './xml-tokens';

const tooMuchText = () =>
  new Refusal(
    'TOO_LARGE',
    'В таблице слишком много текста. Оставьте только столбцы, которые нужны, и загрузите снова.',
  );

export async function sharedStrings(path: string, part: Part, budget: Budget): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let inText = false;
  let phonetic = false;
  const tokens = new XmlTokens({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        characters += text.length;
        if (strings.push(text) > MOST_SHARED_STRINGS || characters > MOST_SHARED_CHARACTERS) throw tooMuchText();
      }
    },
    text(piece) {
      if (!inText || phonetic) return;
      text += piece;
      if (text.length > MOST_CELL_LENGTH) throw tooLongCell('Текст в одной из ячеек');
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of unpacked(path, part, budget)) tokens.push(decoder.decode(chunk, { stream: true }));
  tokens.push(decoder.decode());
  tokens.end();
  return strings;
}

/** «_x000D_» is how Excel writes a character that XML does not allow. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
