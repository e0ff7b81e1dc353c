/** The words of letters. Results and names never stand in them: a letter says that there is news and where to read it. */
import { countOf } from '@/lib/domain/russian';
import { NOTICE_KINDS, type NoticeKind } from './kind';

export interface LetterWords {
  subject: string;
  text: string;
}

interface Told {
  kind: NoticeKind;
  title: string;
  text: string;
  href: string;
  /** words that its writer knows to be fit for a letter */
  letter?: LetterWords | undefined;
}

/** Words that may leave the portal; null when there are none. Events have no results, so theirs are told in full. */
function openWordsOf({ kind, title, text, letter }: Omit<Told, 'href'>): LetterWords | null {
  return letter ?? (kind === 'EVENT' ? { subject: title, text } : null);
}

/** What the letter of the day says of one notice. */
export const digestLineOf = (told: Omit<Told, 'href'>): string => openWordsOf(told)?.subject ?? 'новое сообщение';

/** The letter about one notice; `address` is the portal's. */
export function letterOf({ kind, title, text, href, letter }: Told, address: string): LetterWords {
  const words = openWordsOf({ kind, title, text, letter }) ?? {
    subject: `Портал МОЦ, ${NOTICE_KINDS[kind].label.toLowerCase()}: новое сообщение`,
    text: 'В портале есть новое сообщение для вас. Оно открывается после входа.',
  };
  return {
    subject: words.subject,
    text: `${words.text}\n\n${address}${href || '/notices'}\n\n${howTo(address)}`.trim(),
  };
}

/** The letter of a day: what is new, by kind, each line with its page. Lines are in order of time. */
export function digestOf(
  lines: readonly { kind: NoticeKind; text: string; href: string }[],
  address: string,
): LetterWords {
  const news = countOf(lines.length, 'новое сообщение', 'новых сообщения', 'новых сообщений');
  const groups = (Object.keys(NOTICE_KINDS) as NoticeKind[]).flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    const rows = own.map(({ text, href }) => `— ${text}\n  ${address}${href || '/notices'}`);
    return [`${NOTICE_KINDS[kind].label}\n${rows.join('\n')}`];
  });
  return { subject: `Портал МОЦ: ${news} за день`, text: `${groups.join('\n\n')}\n\n${howTo(address)}` };
}

const howTo = (address: string) => `Что и как вам присылать, выбирают в настройках: ${address}/settings/notices`;
