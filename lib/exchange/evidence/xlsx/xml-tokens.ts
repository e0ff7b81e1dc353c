/**
 * XML read as it arrives: opening and closing tags and the text between them. No DOCTYPE, no entities but the five of
 * XML and characters by number; tags must close in order. Memory: one tag and the text since the last tag.
 */
const LONGEST_TAG = 64 * 1024;
const DEEPEST = 64;

/** Thrown when the text is no XML that a table could be written in. */
export class BrokenXml extends Error {}

export interface XmlSink {
  /** `attributes`: as written, beginning with a space; a tag that closes itself is followed by `close` at once */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** may come in several pieces */
  text(text: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with its entities resolved. */
export function plainXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : 0;
    if (!whole.endsWith(';') || code === 0 || code > 0x10ffff) throw new BrokenXml('entity');
    return String.fromCodePoint(code);
  });
}

/** The value of an attribute by its name without prefix; undefined when there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0) {
    const before = attributes.charCodeAt(at - 1);
    const quote = attributes.charAt(at + name.length + 1);
    const begin = at + name.length + 2;
    const end = attributes.indexOf(quote, begin);
    if (end < 0) throw new BrokenXml('attribute');
    // a space, a line break, a tab or the colon of a prefix
    if (before === 32 || before === 10 || before === 13 || before === 9 || before === 58) {
      return plainXml(attributes.slice(begin, end));
    }
    at = attributes.indexOf(`${name}=`, at + 1);
  }
  return undefined;
}

export class XmlTokens {
  private readonly sink: XmlSink;
  private readonly path: string[] = [];
  private rest = '';
  private seenRoot = false;

  constructor(sink: XmlSink) {
    this.sink = sink;
  }

  push(chunk: string): void {
    const xml = this.rest === '' ? chunk : this.rest + chunk;
    let at = 0;
    for (;;) {
      const tag = xml.indexOf('<', at);
      if (tag < 0) {
        // an entity that is torn in two waits for its other half
        const entity = xml.lastIndexOf('&');
        const end = entity >= at && xml.length - entity < 12 && !xml.includes(';', entity) ? entity : xml.length;
        if (end > at) this.put(xml.slice(at, end));
        this.keep(xml, end);
        return;
      }
      if (tag > at) this.put(xml.slice(at, tag));
      const end = this.tagAt(xml, tag);
      if (end < 0) {
        this.keep(xml, tag);
        return;
      }
      at = end;
    }
  }

  end(): void {
    if (this.rest.trim() !== '' || this.path.length > 0 || !this.seenRoot) throw new BrokenXml('end');
  }

  private keep(xml: string, from: number): void {
    this.rest = xml.slice(from);
    if (this.rest.length > LONGEST_TAG) throw new BrokenXml('tag');
  }

  private put(text: string): void {
    if (this.path.length > 0) this.sink.text(plainXml(text));
    else if (text.replace('\ufeff', '').trim() !== '') throw new BrokenXml('text outside');
  }

  /** Where the tag at `at` ends; −1: not yet. */
  private tagAt(xml: string, at: number): number {
    const second = xml.charCodeAt(at + 1);
    if (second === 63) return endOf(xml, '?>', at);
    if (second === 33) return this.declarationAt(xml, at);
    const end = tagEnd(xml, at + 1);
    if (end < 0) return -1;
    if (second === 47) this.close(xml.slice(at + 2, end).trimEnd());
    else this.open(xml.slice(at + 1, end));
    return end + 1;
  }

  private declarationAt(xml: string, at: number): number {
    const begin = xml.slice(at, at + 9);
    if (begin.startsWith('<!--')) return endOf(xml, '-->', at);
    if (begin === '<![CDATA[') {
      const end = endOf(xml, ']]>', at);
      if (end > 0 && this.path.length > 0) this.sink.text(xml.slice(at + 9, end - 3));
      return end;
    }
    if ('<![CDATA['.startsWith(begin) || '<!--'.startsWith(begin)) return -1;
    throw new BrokenXml('declaration');
  }

  private open(tag: string): void {
    const empty = tag.endsWith('/');
    const inner = empty ? tag.slice(0, -1) : tag;
    const space = inner.search(/\s/);
    const full = space < 0 ? inner : inner.slice(0, space);
    if (full === '' || (this.path.length === 0 && this.seenRoot)) throw new BrokenXml('root');
    this.seenRoot = true;
    const name = localName(full);
    this.sink.open(name, space < 0 ? '' : inner.slice(space));
    if (empty) this.sink.close(name);
    else if (this.path.push(full) > DEEPEST) throw new BrokenXml('depth');
  }

  private close(full: string): void {
    if (this.path.pop() !== full) throw new BrokenXml('order');
    this.sink.close(localName(full));
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** The «>» that ends a tag, not one within quotes; −1: not there yet. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const character = xml.charCodeAt(at);
    if (quote !== 0) {
      if (character === quote) quote = 0;
    } else if (character === 62) return at;
    else if (character === 34 || character === 39) quote = character;
  }
  return -1;
}
