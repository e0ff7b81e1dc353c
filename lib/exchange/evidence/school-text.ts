/** How a row names its school, or that it speaks of the whole region. */
import { normalHeader } from '@/lib/domain/evidence/headers';
import { column } from './columns';
import type { RowReader } from './row-reader';
import { ownText } from './table';

/** As the file writes it; who knows the schools finds out which one is meant. */
export interface SchoolText {
  code?: string;
  login?: string;
  name?: string;
  municipality?: string;
}

export const SCHOOL_COLUMNS = [
  column('code', 'Код школы', 'Код школы в портале или логин ФИС ОКО.', {
    same: ['Код ОО', 'Код ОУ', 'Код организации', 'Код образовательной организации', 'Школа (код)', 'Код'],
    within: ['код оо', 'код школ', 'код образовательн'],
  }),
  column('login', 'Логин', 'Логин школы в ФИС ОКО.', {
    same: ['Логин ОО', 'Логин школы', 'Логин ФИС ОКО', 'Пользователь', 'user', 'login'],
    within: ['логин'],
  }),
  column('name', 'Школа', 'Название школы.', {
    same: [
      'ОО',
      'ОУ',
      'Наименование',
      'Наименование ОО',
      'Наименование школы',
      'Название школы',
      'Название ОО',
      'Образовательная организация',
      'Общеобразовательная организация',
      'Краткое наименование',
      'Полное наименование',
    ],
    within: ['наименование оо', 'наименование школ', 'название школ', 'наименование образовательн'],
  }),
  column('municipality', 'Муниципалитет', 'Муниципалитет школы.', {
    same: ['МО', 'МСУ', 'Муниципальное образование', 'Муниципальный округ', 'Район', 'АТЕ', 'Территория'],
    within: ['муниципал', 'наименование мсу'],
  }),
];

/** Whose the line is: a school's, the region's, or of somebody whom the portal does not count. */
export type LineOwner = { kind: 'school'; school: SchoolText } | { kind: 'region' } | { kind: 'other'; what: string };

const LONGEST_NAME = 300;
const LOGIN = /(?:^|[^a-z])((?:sch|edu)\d{4,})/i;
const REGION_WORDS = new Set([
  'регион',
  'регион в целом',
  'всего по региону',
  'по региону',
  'область',
  'итого по региону',
]);
const REGION_NAME = /(?:^| )(?:обл|область|край|республика|респ|автономн[а-я]+ округ|ао)(?: |$)/;
const MUNICIPALITY_NAME = /(?:^| )(?:район|р н|округ|муниципальн[а-я]+ образование|го|мо|мр)(?: |$)|^(?:город|г) /;
const SCHOOL_NAME =
  /(?:^| )(?:[а-я]*школ[а-я]*|гимнази[а-я]*|лице[а-я]*|сш|сош|оош|нош|мбоу|маоу|мкоу|моу|гбоу|согбоу|огбоу|чоу|кадет[а-я]*|учреждение|организация|центр|интернат)(?: |$)/;

/** The login as ФИС ОКО keeps schools: protocols write `edu…` for `sch…`. domain.md 8.1 */
export function loginOf(text: string): string | undefined {
  const login = LOGIN.exec(text)?.[1]?.toLowerCase().replace('edu', 'sch');
  return login === undefined ? undefined : ownText(login);
}

export function namesRegion(text: string): boolean {
  const plain = normalHeader(text);
  return REGION_WORDS.has(plain) || (REGION_NAME.test(plain) && !SCHOOL_NAME.test(plain));
}

/** Whom a line names by the columns of a school; null when it names nobody. */
export function ownerOf(reader: RowReader): LineOwner | null {
  const [code, login, name] = ['code', 'login', 'name'].map((field) => reader.text(field).slice(0, LONGEST_NAME));
  const written = { code: code ?? '', login: login ?? '', name: name ?? '' };
  const texts = Object.values(written).filter((text) => text !== '');
  if (texts.length === 0) return null;
  if (texts.every(namesRegion)) return { kind: 'region' };
  const known = loginOf(written.login) ?? loginOf(written.code);
  const school: SchoolText = {};
  if (written.code !== '' && loginOf(written.code) === undefined) school.code = ownText(written.code);
  if (known !== undefined) school.login = known;
  else if (written.login !== '') school.login = ownText(written.login);
  if (written.name !== '') school.name = ownText(written.name);
  const municipality = reader.text('municipality').slice(0, LONGEST_NAME);
  if (municipality !== '') school.municipality = ownText(municipality);
  return { kind: 'school', school };
}

/**
 * Whom a line of «Группы участников» means: the whole sample of the country, the region, a municipality or a school by
 * login or name. `schools`: how many schools the line counts, null where the file does not say.
 */
export function ownerOfGroup(group: string, schools: number | null): LineOwner {
  const text = group.slice(0, LONGEST_NAME);
  const plain = normalHeader(text);
  if (/^(?:вся выборка|россия|рф|российская федерация)/.test(plain)) return { kind: 'other', what: 'Вся выборка' };
  if (/^(?:итого|всего)/.test(plain) && !REGION_WORDS.has(plain)) return { kind: 'other', what: 'Строка с итогом' };
  const login = loginOf(text);
  const bare = text.replace(/\(?\s*(?:sch|edu)\d{4,}\s*\)?/i, '').replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
  if (login !== undefined) return { kind: 'school', school: { login, ...(bare ? { name: ownText(bare) } : {}) } };
  if (SCHOOL_NAME.test(plain)) return { kind: 'school', school: { name: ownText(text) } };
  if (namesRegion(text)) return { kind: 'region' };
  const isMunicipality = MUNICIPALITY_NAME.test(plain) || (schools !== null && schools > 1);
  if (isMunicipality) return { kind: 'other', what: 'строка муниципалитета' };
  return { kind: 'school', school: /^\d{4,}$/.test(plain) ? { code: ownText(text) } : { name: ownText(text) } };
}
