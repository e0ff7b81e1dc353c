/** The kinds of news as people choose among them. */
export const NOTICE_KINDS = {
  CARD: { label: 'Карты и данные', hint: 'сроки карт, проверка, возражения, матрица причин, признаки' },
  SUPPORT: { label: 'Поддержка школ', hint: 'списки, обследования, риски, партнёры, решения' },
  PROGRAMME: { label: 'Программы перехода', hint: 'согласование, замечания, этапы' },
  RECOMMENDATION: { label: 'Рекомендации', hint: 'новые, ответы, проверка выполнения' },
  EVENT: { label: 'Мероприятия', hint: 'приглашения, переносы, отмены, напоминание накануне' },
  LIBRARY: { label: 'Библиотека', hint: 'новые документы' },
} as const;

export type NoticeKind = keyof typeof NOTICE_KINDS;

const BY_PAGE: readonly [string, NoticeKind][] = [
  ['/calendar', 'EVENT'],
  ['/library', 'LIBRARY'],
  ['/support/programmes', 'PROGRAMME'],
  ['/support/recommendations', 'RECOMMENDATION'],
  ['/support', 'SUPPORT'],
  // a school hears of its place on a list by its own page
  ['/schools', 'SUPPORT'],
];

/** What a notice is about, told by the page that it opens. */
export function kindOfNotice(href: string): NoticeKind {
  return (
    BY_PAGE.find(([page]) => href === page || href.startsWith(`${page}/`) || href.startsWith(`${page}?`))?.[1] ?? 'CARD'
  );
}
