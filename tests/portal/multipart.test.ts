/** Forms with a file, read piece by piece however the pieces are cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formWithFile } from '@/app/api/multipart';
import { done, type Outcome } from '@/lib/domain/failure';

const SPEC = { needs: ['kind'], most: 1000 };

interface Received {
  fields: Record<string, string>;
  fileName: string | null;
  contents: string;
}

/** A request whose body comes in pieces of this size. */
function request(body: Uint8Array, type: string, size: number): Request {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < body.length; at += size) controller.enqueue(body.subarray(at, at + size));
      controller.close();
    },
  });
  const init = { method: 'POST', body: stream, headers: { 'content-type': type }, duplex: 'half' };
  return new Request('http://127.0.0.1/', init as RequestInit);
}

function received(asked: Request, spec = SPEC): Promise<Outcome<Received>> {
  return formWithFile(asked, spec, async (fields, file) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of file?.contents ?? []) pieces.push(piece);
    const contents = Buffer.concat(pieces).toString('latin1');
    return done({ fields: Object.fromEntries(fields), fileName: file?.fileName ?? null, contents });
  });
}

/** As browsers and programs write it. */
async function written(form: FormData): Promise<{ body: Uint8Array; type: string }> {
  const response = new Response(form);
  return { body: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

const text = fc
  .string({ unit: fc.constantFrom(...'аб1- \n"\\=;%'), maxLength: 30 })
  .filter((one) => !/\r|\n/.test(one));
// what looks like a boundary must not end a file
const bytes = fc.string({ unit: fc.constantFrom('\r', '\n', '-', 'x', '\0', 'ÿ'), maxLength: 300 });

describe('a form with a file', () => {
  it('gives its fields and the file’s bytes as they were sent, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, bytes, fc.integer({ min: 1, max: 400 }), async (kind, fileName, contents, size) => {
        const form = new FormData();
        form.set('kind', kind);
        form.set('file', new File([Buffer.from(contents, 'latin1')], `${fileName}.csv`));
        const { body, type } = await written(form);
        const got = await received(request(body, type, size));
        expect(got).toEqual({ ok: true, value: { fields: { kind }, fileName: expect.any(String), contents } });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the name of the file in any language', async () => {
    const form = new FormData();
    form.set('kind', 'a');
    form.set('file', new File(['x'], 'Итоги «ОГЭ» 2019.xlsx'));
    const { body, type } = await written(form);
    expect(await received(request(body, type, 7))).toMatchObject({ value: { fileName: 'Итоги «ОГЭ» 2019.xlsx' } });
  });

  it('takes the fields behind the file as well, while the file is small enough to be held', async () => {
    const form = new FormData();
    form.set('file', new File(['abc'], 'a.csv'));
    form.set('kind', 'K');
    const { body, type } = await written(form);
    expect(await received(request(body, type, 5))).toMatchObject({ value: { fields: { kind: 'K' }, contents: 'abc' } });
    expect(await received(request(body, type, 5), { ...SPEC, most: 2 })).toMatchObject({
      failure: { code: 'TOO_LARGE' },
    });
  });

  it('without a file has none', async () => {
    const form = new FormData();
    form.set('kind', 'K');
    const { body, type } = await written(form);
    expect(await received(request(body, type, 9))).toMatchObject({ value: { fileName: null, fields: { kind: 'K' } } });
  });
});

describe('what is no whole form', () => {
  const refused = { ok: false, failure: { code: 'INVALID' } };

  it('is refused wherever it is cut off, and never hangs', async () => {
    const form = new FormData();
    form.set('kind', 'K');
    form.set('file', new File(['abc'], 'a.csv'));
    const { body, type } = await written(form);
    // the last line break may be missing
    for (let length = 0; length < body.length - 4; length += 1) {
      expect(await received(request(body.subarray(0, length), type, 11)), `${length} bytes`).toMatchObject(refused);
    }
  });

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=', 'x'],
    ['multipart/form-data; boundary=b', '--b\r\n'.padEnd(40_000, 'x')],
    [
      'multipart/form-data; boundary=b',
      `--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${'x'.repeat(40_000)}\r\n--b--`,
    ],
  ])('%s %#', async (type, body) => {
    expect(await received(request(Buffer.from(body), type, 1000))).toMatchObject(refused);
  });
});
