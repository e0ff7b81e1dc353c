/** The dossier of a school as a report: the words before and after its figures (template.ts). */

export const DOSSIER_FIELDS = { год: 'учебный год', школа: 'название школы' } as const;

export const DOSSIER_SECTIONS = [
  {
    code: 'opening',
    title: 'О документе',
    text: 'История поддержки школы в {год} учебном году: суммы, причины, рекомендации, меры и что изменилось.',
  },
  { code: 'conclusion', title: 'Вывод МОЦ', text: 'Вывод пишет МОЦ.' },
] as const;
