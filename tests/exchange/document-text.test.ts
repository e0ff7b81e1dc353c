/** The text of every format that the library takes, and files that would take the portal down with them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEDIA_TYPES } from '@/lib/exchange/document-reader/media-types';
import { wordsOfBytes, wordsOfXml } from '@/lib/exchange/document-reader/plain-words';
import { documentText, type ReadingLimits } from '@/lib/exchange/document-text';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moc-document-text-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
/** «Приказ» as Russian Windows writes it. */
const CP1251 = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xea, 0xe0, 0xe7]);

function read(format: keyof typeof MEDIA_TYPES, contents: Uint8Array, limits?: ReadingLimits) {
  const path = join(folder, `file.${format}`);
  writeFileSync(path, contents);
  return documentText(path, MEDIA_TYPES[format], limits);
}

describe('the text', () => {
  it.each([
    [
      'odt',
      zip({
        'content.xml':
          '<office:text><text:h>План</text:h><text:p>стажиро<text:span>вочных</text:span> площадок &amp; школ</text:p></office:text>',
      }),
      'План стажировочных площадок & школ',
    ],
    [
      'ods',
      zip({
        'content.xml':
          '<table:table-row><table:table-cell><text:p>Школа</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>',
      }),
      'Школа 12',
    ],
    [
      'pptx',
      zip({
        'ppt/slides/slide10.xml': '<a:p><a:r><a:t>конец</a:t></a:r></a:p>',
        'ppt/slides/slide2.xml': '<a:p><a:r><a:t>начало</a:t></a:r></a:p>',
        'ppt/theme/theme1.xml': '<a:t>тема</a:t>',
      }),
      'начало конец',
    ],
    ['txt', CP1251, 'Приказ'],
    ['csv', strToU8('Школа;Доля\r\nСШ № 5;0,4'), 'Школа;Доля СШ № 5;0,4'],
  ] as const)('of %s is read', async (format, contents, text) => {
    expect(await read(format, contents)).toEqual({ text });
  });

  it('keeps what looks like markup or an entity of its own as words', () => {
    expect(wordsOfXml('<a:t>&lt;b&gt; &#1055; &#x41f; &x; &#0;</a:t>')).toBe('<b> П П &x; &#0;');
    expect(wordsOfBytes(Uint8Array.from([0x50, 0x00, 0x4b]))).toBeNull();
  });
});

describe('a hostile file', () => {
  const FAT = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r><w:t>а</w:t></w:r></w:p>'.repeat(400_000)}</w:body></w:document>`;
  const fat = () =>
    zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': FAT,
    });

  it('that wants more memory than a reader gets has no text, and the next one is read', async () => {
    expect(await read('docx', fat(), { ms: 20_000, heapMb: 48 })).toEqual({ text: '' });
    expect(await read('txt', strToU8('Жив'))).toEqual({ text: 'Жив' });
  }, 30_000);

  it('that takes too long is broken off while the portal goes on', async () => {
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 20);
    const began = performance.now();
    expect(await read('docx', fat(), { ms: 700, heapMb: 512 })).toEqual({ text: '' });
    clearInterval(heart);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(beats).toBeGreaterThan(5);
  });

  it('with macros of LibreOffice or an archive that is none is refused', async () => {
    expect(await read('odt', zip({ 'content.xml': '<p/>', 'Basic/Standard/Module1.xml': 'Sub' }))).toBe('dangerous');
    expect(await read('ods', strToU8('no zip'))).toBe('broken');
  });
});
