/** Who acts in the demonstration region: offices, never personal names. Few of them have an account. */
import { demoId } from './identifiers';
import { type DemoSchool, identityToday } from './schools';
import type { DemoMunicipality } from './territory';

export interface Person {
  /** null: acted in the past, has no account in the demonstration */
  accountId: string | null;
  email: string | null;
  name: string;
}

const withAccount = (email: string, name: string) => ({ accountId: demoId('account', email), email, name });
const withoutAccount = (name: string): Person => ({ accountId: null, email: null, name });

export const ADMINISTRATOR = withAccount('admin@demo.local', 'Администратор портала');
export const COORDINATOR = withAccount('soiro@demo.local', 'Региональный координатор (СОИРО)');
export const CITY_HEAD = withAccount('moc@demo.local', 'Руководитель МОЦ города Смоленска');
export const CITY_METHODIST = withAccount('metodist@demo.local', 'Методист МОЦ города Смоленска');
export const VYAZMA_HEAD = withAccount('moc.vyazma@demo.local', 'Руководитель МОЦ Вяземского муниципального округа');

/** The head of the centre: opens and closes campaigns, confirms lists. */
export function headOf(municipality: DemoMunicipality): Person {
  if (municipality.code === 'smolensk') return CITY_HEAD;
  if (municipality.code === 'vyazma') return VYAZMA_HEAD;
  return withoutAccount(`Руководитель МОЦ, ${municipality.name}`);
}

/** Who reviews cards. */
export function reviewerOf(municipality: DemoMunicipality): Person {
  return municipality.code === 'smolensk' ? CITY_METHODIST : headOf(municipality);
}

/** «director01@demo.local» of `smolensk-01`, «director01.vyazma@demo.local» of `vyazma-01`; null elsewhere. */
function principalEmail(code: string): string | null {
  const number = code.slice(-2);
  if (code.startsWith('smolensk-')) return `director${number}@demo.local`;
  return code === 'vyazma-01' ? `director${number}.vyazma@demo.local` : null;
}

export function principalOf(school: DemoSchool): Person {
  const name = `Директор ${identityToday(school).shortName}`;
  const email = principalEmail(school.code);
  return email === null ? withoutAccount(name) : withAccount(email, name);
}
