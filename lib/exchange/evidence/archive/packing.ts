/** A zip archive written as a stream: each part is packed while it comes, its size follows it. */
import { crc32, createDeflateRaw } from 'node:zlib';

export interface NewPart {
  name: string;
  contents: AsyncIterable<string> | Iterable<string>;
}

const SIZES_FOLLOW = 8;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
// 1 January 1980: a file that is made of the same cells is the same file
const DAY = 0x21;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

export async function* packed(parts: AsyncIterable<NewPart> | Iterable<NewPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const entry: Written = { name, crc: 0, packed: 0, size: 0, offset };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(SIZES_FOLLOW | UTF8_NAMES, 6);
    local.writeUInt16LE(DEFLATED, 8);
    local.writeUInt16LE(DAY, 12);
    local.writeUInt16LE(name.length, 26);
    yield Buffer.concat([local, name]);
    for await (const chunk of deflated(part.contents, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    sizes.writeUInt32LE(entry.crc, 4);
    sizes.writeUInt32LE(entry.packed, 8);
    sizes.writeUInt32LE(entry.size, 12);
    yield sizes;
    offset += 30 + name.length + entry.packed + 16;
    written.push(entry);
  }
  yield directory(written, offset);
}

async function* deflated(contents: NewPart['contents'], entry: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 6 });
  const feeding = (async () => {
    for await (const text of contents) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })().catch((error) => deflate.destroy(error));
  for await (const chunk of deflate) yield chunk;
  await feeding;
}

function directory(written: readonly Written[], offset: number): Buffer {
  const entries = written.map((entry) => {
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(SIZES_FOLLOW | UTF8_NAMES, 8);
    central.writeUInt16LE(DEFLATED, 10);
    central.writeUInt16LE(DAY, 14);
    central.writeUInt32LE(entry.crc, 16);
    central.writeUInt32LE(entry.packed, 20);
    central.writeUInt32LE(entry.size, 24);
    central.writeUInt16LE(entry.name.length, 28);
    central.writeUInt32LE(entry.offset, 42);
    return Buffer.concat([central, entry.name]);
  });
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}
