/**
 * The management cycle of a municipality in a school year: its programme of quality improvement and the nine positions of
 * the «полный цикл» (domain.md 6; six lines of it in seed 1, slide 16). What counts as complete is our own proposal.
 */

/** What of the portal a position may point to. */
export const LINK_KINDS = [
  'document',
  'campaign',
  'list',
  'examination',
  'recommendation',
  'programme',
  'event',
  'decision',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LINK_KIND_NAMES: Record<LinkKind, string> = {
  document: 'Документы библиотеки',
  campaign: 'Кампании мониторинга',
  list: 'Утверждённые списки',
  examination: 'Комплексные обследования',
  recommendation: 'Адресные рекомендации',
  programme: 'Программы перехода',
  event: 'Мероприятия',
  decision: 'Управленческие решения',
};

export const POSITION_CODES = [
  'programme',
  'aims',
  'indicators',
  'methods',
  'monitoring',
  'analysis',
  'recommendations',
  'measures',
  'decisions',
  'effectiveness',
] as const;
export type PositionCode = (typeof POSITION_CODES)[number];

export interface PositionKind {
  /** as the assessment of municipal mechanisms names it */
  title: string;
  /** what belongs here, for who writes */
  hint: string;
  /** at least one of these must stand beside the text; empty: the text is enough. A file counts as a document */
  proof: readonly LinkKind[];
}

export const POSITIONS: Record<PositionCode, PositionKind> = {
  programme: {
    title: 'Муниципальная программа повышения качества',
    hint: 'Как называется программа, кем и когда утверждена, на какие годы, кто отвечает',
    proof: ['document', 'decision'],
  },
  aims: {
    title: 'Цели',
    hint: 'Каких изменений хотите достичь и почему именно их: обоснуйте результатами прошлого года',
    proof: ['document', 'decision'],
  },
  indicators: {
    title: 'Показатели',
    hint: 'По каким показателям видно, что цели достигнуты; сами показатели с планом — на странице «Показатели»',
    proof: [],
  },
  methods: {
    title: 'Методы сбора и обработки информации',
    hint: 'Чем и как собираете сведения, из каких систем, как обрабатываете',
    proof: ['document', 'campaign'],
  },
  monitoring: {
    title: 'Мониторинг показателей',
    hint: 'Когда, в каких школах и кем проведён, что охвачено',
    proof: ['campaign', 'document'],
  },
  analysis: {
    title: 'Анализ результатов мониторинга',
    hint: 'Что показал мониторинг: какие школы, в чём причины, что изменилось',
    proof: ['list', 'examination', 'document'],
  },
  recommendations: {
    title: 'Адресные рекомендации по результатам анализа',
    hint: 'Кому и что рекомендовано; какие методические материалы подготовлены',
    proof: ['recommendation', 'document'],
  },
  measures: {
    title: 'Меры, мероприятия',
    hint: 'Что сделано для школ: программы перехода, площадки, наставничество, обучение',
    proof: ['event', 'programme'],
  },
  decisions: {
    title: 'Управленческие решения',
    hint: 'Какие решения приняты по результатам и исполнены ли они',
    proof: ['decision', 'document'],
  },
  effectiveness: {
    title: 'Анализ эффективности принятых мер',
    hint: 'Что изменилось после мер, по чему это видно, что переносится в цели следующего года',
    proof: ['document', 'list'],
  },
};

export const isLinkKind = (text: string): text is LinkKind => (LINK_KINDS as readonly string[]).includes(text);

export const isPositionCode = (text: string): text is PositionCode =>
  (POSITION_CODES as readonly string[]).includes(text);

/** «Позиция 3» of the nine; the programme stands above them and has no number. */
export const positionNumber = (code: PositionCode): number | null => POSITION_CODES.indexOf(code) || null;
