/** Where things stand, and what every step of bootstrap.mjs needs. Plain JavaScript for any Node ≥ 20. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const MODULES = join(ROOT, 'node_modules');

/** A line of progress; standard output belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends with one line that says why. */
export function refuse(line) {
  say(line);
  process.exit(1);
}

/** The text of a file; empty when there is none. */
export function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** SHA-256 of the texts, each with its length. */
export function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
