/** Where the link checker may go: never to the portal's own machine, its neighbours or anything that is not the public web. */

/** An address as the web uses it; null when it is none, is not http or https, or carries a password. */
export function checkableUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.protocol === 'http:' || url.protocol === 'https:';
  return plain && url.username === '' && url.password === '' ? url : null;
}

/** [first address, bits]: IANA's registry of special-purpose IPv4 addresses, multicast and the reserved class E. */
const SPECIAL_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** An IPv4 address as a number, 0..2^32 - 1; null when it is none in four decimal parts. */
function ipv4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? parts.reduce((sum, part) => sum * 256 + part, 0) : null;
}

function isPublicV4(address: number): boolean {
  return !SPECIAL_V4.some(([first, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor((ipv4(first) ?? 0) / size);
  });
}

/**
 * Whether an IP address, as a resolver gives it, is one of the public internet. Of IPv6 only global unicast 2000::/3 is,
 * without Teredo, 6to4 and documentation, which may carry an address of another kind; everything unknown is not.
 */
export function isPublicAddress(text: string): boolean {
  const v4 = ipv4(text);
  if (v4 !== null) return isPublicV4(v4);
  const [first = '', second = ''] = text.toLowerCase().split(':');
  if (!text.includes(':') || text.includes('%') || !/^[0-9a-f]{4}$/.test(first)) return false;
  const group = Number.parseInt(first, 16);
  if (group < 0x2000 || group > 0x3fff || group === 0x2002) return false;
  const next = second === '' ? 0 : Number.parseInt(second, 16);
  return !(group === 0x2001 && (next < 0x0200 || next === 0x0db8)) && !(group === 0x3fff && next < 0x1000);
}

/** What a check may find out; OK alone is good. */
export const LINK_STATES = {
  OK: 'Открывается',
  GONE: 'Страницы больше нет',
  FAILED: 'Сайт ответил ошибкой',
  UNKNOWN_HOST: 'Такого сайта нет',
  UNREACHABLE: 'Сайт не отвечает',
  CERTIFICATE: 'Сертификат сайта не проверяется',
  PRIVATE: 'Адрес внутренней сети: не проверяется',
  REDIRECTS: 'Слишком много перенаправлений',
  WRONG: 'Адрес написан с ошибкой',
} as const;
export type LinkState = keyof typeof LINK_STATES;

/** What the status of an answer says of a link: that a page asks for sign-in or forbids robots is no fault of the link. */
export function stateOfStatus(status: number): LinkState {
  if (status === 404 || status === 410) return 'GONE';
  return status < 400 || status === 401 || status === 403 || status === 405 || status === 429 ? 'OK' : 'FAILED';
}
