/** How schools are called: official and short names by the patterns of domain.md 9. */
export interface SchoolNames {
  name: string;
  shortName: string;
}

export type SchoolLevel = 'PRIMARY' | 'BASIC' | 'FULL' | 'GYMNASIUM' | 'LYCEUM';

const WORDS: Record<SchoolLevel, { long: string; short: string }> = {
  PRIMARY: { long: 'начальная школа', short: 'НШ' },
  BASIC: { long: 'основная школа', short: 'ОШ' },
  FULL: { long: 'средняя школа', short: 'СШ' },
  GYMNASIUM: { long: 'гимназия', short: 'Гимназия' },
  LYCEUM: { long: 'лицей', short: 'Лицей' },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const quoted = (prefix: string, title: string, suffix: string) => `${prefix} «${title}»${suffix}`;

const INSTITUTION = 'Муниципальное бюджетное общеобразовательное учреждение';

/** «МБОУ «СШ № 2»» of a city; `honour` is «имени А.С. Пушкина» or nothing, `city` stands in the genitive. */
export function numberedSchool(level: SchoolLevel, number: number, honour: string, city: string): SchoolNames {
  const named = (title: string, of: string) => [`${title} № ${number}`, of].filter((part) => part !== '').join(' ');
  return {
    name: quoted(INSTITUTION, named(capital(WORDS[level].long), honour), ` города ${city}`),
    shortName: quoted('МБОУ', named(WORDS[level].short, honour.replace('имени ', 'им. ')), ''),
  };
}

/** «МБОУ «СШ № 2» г. Вязьмы»: the short name of a town's school says which town. */
export function townSchool(level: SchoolLevel, number: number, town: string): SchoolNames {
  const names = numberedSchool(level, number, '', town);
  return { ...names, shortName: `${names.shortName} г. ${town}` };
}

/** «МБОУ «Новосельская СШ»» */
export function villageSchool(level: SchoolLevel, adjective: string): SchoolNames {
  return {
    name: quoted(INSTITUTION, `${adjective} ${WORDS[level].long}`, ''),
    shortName: quoted('МБОУ', `${adjective} ${WORDS[level].short}`, ''),
  };
}

/** Usual names of villages, as adjectives that agree with «школа»; which school bears which is chance. */
export const VILLAGE_ADJECTIVES: readonly string[] = (
  'Александровская Алексеевская Андреевская Барановская Барсуковская Березинская Богородицкая Болотовская ' +
  'Борисовская Боровая Верховская Вешковская Вишнёвская Владимировская Воробьёвская Воронцовская Высоковская ' +
  'Гавриловская Гончаровская Городищенская Горская Грачёвская Григорьевская Дмитриевская Добринская Дубровская ' +
  'Еловская Ельшанская Ефимовская Ждановская Журавлёвская Заборьевская Замощинская Заозёрная Зареченская ' +
  'Заречная Захаровская Ивановская Ильинская Казимировская Калиновская Каменская Карповская Кленовская ' +
  'Ключевская Козловская Красногорская Краснооктябрьская Кузнецовская Лазаревская Лесная Липовская ' +
  'Лубнянская Луговая Макарьевская Малеевская Мальцевская Марьинская Медведевская Михайловская Мишинская ' +
  'Нагорная Некрасовская Никитинская Никольская Новосельская Озерненская Октябрьская Ольшанская Осиновская ' +
  'Павловская Петровская Покровская Полянская Раздольевская Рассветовская Родниковская Рождественская ' +
  'Рябинковская Савинская Сергеевская Соловьёвская Сосновская Спасская Степановская Столбовская Тарасовская ' +
  'Тихоновская Троицкая Трофимовская Туманская Успенская Фёдоровская Холмовская Хохловская ' +
  'Центральная Черёмушкинская Шаломинская Шиловская Юрьевская Яковлевская Ясенская'
).split(' ');

/** Usual streets; addresses of the region are invented. */
export const STREETS: readonly string[] = [
  'ул. Школьная',
  'ул. Советская',
  'ул. Центральная',
  'ул. Молодёжная',
  'ул. Садовая',
  'ул. Лесная',
  'ул. Новая',
  'ул. Мира',
  'ул. Строителей',
  'ул. Октябрьская',
  'ул. Первомайская',
  'ул. Гагарина',
  'ул. Ленина',
  'ул. Комсомольская',
  'ул. Победы',
  'ул. Кирова',
  'ул. Пушкина',
  'ул. Заречная',
];
