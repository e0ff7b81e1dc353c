import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret for a link or a personal token: 256 random bits, shown once. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a secret: it has full entropy, so one SHA-256 is enough. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A text with a signature that only this installation can make. */
export function signed(text: string, key: string): string {
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

/** The text of a signed one, or null when the signature is not ours. */
export function verified(value: string, key: string): string | null {
  const cut = value.lastIndexOf('.');
  if (cut < 0) return null;
  const text = value.slice(0, cut);
  const given = Buffer.from(value);
  const expected = Buffer.from(signed(text, key));
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}
