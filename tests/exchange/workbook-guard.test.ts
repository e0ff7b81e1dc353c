import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { guardedWorkbook } from '@/lib/exchange/workbook-guard';

/** A zip archive of these parts, packed as Excel packs them. */
function zipOf(parts: Record<string, string | Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, contents] of Object.entries(parts)) {
    const packed = deflateRawSync(contents);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const TYPES = '<Types/>';
const codeOf = (bytes: Uint8Array) => {
  const guarded = guardedWorkbook(bytes);
  return guarded.ok ? 'ok' : guarded.failure.code;
};

describe('guardedWorkbook', () => {
  it('lets an ordinary workbook pass', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Карта', rows: [['да']] }] });
    expect(guardedWorkbook(bytes)).toEqual({ ok: true, value: bytes });
  });

  it('refuses what is no xlsx, in words that say what to do', () => {
    for (const bytes of [Buffer.from(''), Buffer.from('%PDF-1.7'), Buffer.from('Код;Ответ\r\n'.repeat(10))]) {
      expect(guardedWorkbook(bytes)).toMatchObject({
        failure: { code: 'UNSUPPORTED_TYPE', detail: expect.stringContaining('xlsx') },
      });
    }
    expect(codeOf(zipOf({ 'word/document.xml': '<w/>' }))).toBe('UNSUPPORTED_TYPE');
  });

  it('refuses the old format and files with a password', () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(guardedWorkbook(bytes)).toMatchObject({ failure: { detail: expect.stringContaining('без пароля') } });
  });

  it('refuses macros, whether by part or by type', () => {
    expect(codeOf(zipOf({ '[Content_Types].xml': TYPES, 'xl/vbaProject.bin': 'x' }))).toBe('UNSUPPORTED_TYPE');
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(guardedWorkbook(zipOf({ '[Content_Types].xml': types }))).toMatchObject({
      failure: { detail: expect.stringContaining('макросы') },
    });
  });

  it('refuses what unpacks to more than a card could need, without unpacking it', () => {
    const bomb = zipOf({ '[Content_Types].xml': TYPES, 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(bomb)).toBe('TOO_LARGE');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80 * 1024 * 1024);
    const many = zipOf({
      '[Content_Types].xml': TYPES,
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`xl/${i}.xml`, Buffer.alloc(5 * 1024 * 1024)])),
    });
    expect(codeOf(many)).toBe('TOO_LARGE');
  });

  it('refuses more than 2 MB', () => {
    expect(codeOf(new Uint8Array(2 * 1024 * 1024 + 1))).toBe('TOO_LARGE');
  });

  it('refuses entities', () => {
    const sheet = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>';
    expect(codeOf(zipOf({ '[Content_Types].xml': TYPES, 'xl/worksheets/sheet1.xml': sheet }))).toBe('UNSUPPORTED_TYPE');
  });

  it('answers in words whatever is done to a good file', async () => {
    const good = Buffer.from(await writeXlsx({ sheets: [{ name: 'Карта', rows: [['да', 'нет']] }] }));
    const spoiled = fc.record({
      at: fc.nat(good.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(spoiled, ({ at, bytes, cut }) => {
        const file = Buffer.from(good);
        file.set(bytes.subarray(0, file.length - at), at);
        const guarded = guardedWorkbook(cut ? file.subarray(0, at) : file);
        expect(guarded.ok || guarded.failure.detail.length > 10).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
