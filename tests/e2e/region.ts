/** The demonstration region as tests need it: its people signed in and what they own, found by codes, never by chance. */
import { type Session, signIn } from '../harness/session';
import { sendForm } from './plain-form';

export const HEAD = 'moc@demo.local';
export const METHODIST = 'metodist@demo.local';
export const COORDINATOR = 'soiro@demo.local';
export const ADMINISTRATOR = 'admin@demo.local';
export const TOWN_HEAD = 'moc.vyazma@demo.local';
export const TOWN_PRINCIPAL = 'director01.vyazma@demo.local';
/** The principal of the city's school `smolensk-NN`. */
export const principalOf = (number: string) => `director${number}@demo.local`;

export interface CardItem {
  id: string;
  schoolId: string;
  schoolCode: string;
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  version: number;
}

export interface CampaignItem {
  id: string;
  municipalityId: string;
  schoolYear: string;
  status: 'DRAFT' | 'OPEN' | 'CLOSED';
  instrumentVersionId: string;
}

/** What stands in the body of a successful answer. */
export async function read<T>(session: Session, path: string): Promise<T> {
  const response = await session.call('GET', path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** The campaign of 2020-2021 of the viewer's municipality. */
export async function openCampaign(session: Session): Promise<CampaignItem> {
  const { items } = await read<{ items: CampaignItem[] }>(session, '/api/v1/campaigns?schoolYear=2020-2021');
  const [campaign] = items;
  if (!campaign) throw new Error('no campaign of 2020-2021');
  return campaign;
}

/** Its cards by the code of the school. */
export async function cardsOf(session: Session, campaignId: string): Promise<Map<string, CardItem>> {
  const { items } = await read<{ items: CardItem[] }>(session, `/api/v1/cards?campaignId=${campaignId}&pageSize=200`);
  return new Map(items.map((card) => [card.schoolCode, card]));
}

export async function cardOf(session: Session, code: string): Promise<CardItem> {
  const card = (await cardsOf(session, (await openCampaign(session)).id)).get(code);
  if (!card) throw new Error(`no card of ${code}`);
  return card;
}

/** Makes the card of the open campaign one that its school may fill in from end to end, whatever was done with it. */
export async function givenToSchool(address: string, head: string, code: string): Promise<CardItem> {
  const session = await signIn(address, head);
  const card = await cardOf(session, code);
  const asked =
    card.status === 'SUBMITTED'
      ? await session.call('POST', `/api/v1/cards/${card.id}/return`, { comment: 'Проверьте ответы.' })
      : card.status === 'ACCEPTED'
        ? await session.call('POST', `/api/v1/cards/${card.id}/reopen`, { reason: 'Проверьте ответы.' })
        : null;
  if (asked && !asked.ok) throw new Error(`${code} ${card.status}: ${asked.status} ${await asked.text()}`);
  return cardOf(session, code);
}

/** A draft of an instrument of the viewer's municipality, copied from what its campaign uses. */
export async function draftVersion(session: Session, title: string): Promise<string> {
  const { instrumentVersionId } = await openCampaign(session);
  const copied = await sendForm(session, `/settings/instruments/${instrumentVersionId}/copy`, 'Создать черновик', {
    title,
    into: '',
  });
  const id = /[0-9a-f-]{36}$/.exec(copied.headers.get('location') ?? '')?.[0];
  if (!id) throw new Error(`no draft: ${copied.status}`);
  return id;
}

/** The newest confirmed list of the viewer's municipality. */
export async function newestList(session: Session): Promise<string> {
  const html = await (await session.call('GET', '/analysis/movements')).text();
  const id = /\/analysis\/lists\/([0-9a-f-]{36})/.exec(html)?.[1];
  if (!id) throw new Error('no confirmed list');
  return id;
}

/** The path of a new invitation for a teacher's address of the head's municipality. */
export async function invitationPath(session: Session, email: string): Promise<string> {
  const me = await read<{ scope: { municipalityId: string } }>(session, '/api/v1/me');
  const invited = await sendForm(session, '/settings/accounts', 'Пригласить', {
    role: 'MOC_STAFF',
    municipalityId: me.scope.municipalityId,
    name: 'Новый методист',
    email,
  });
  const path = /\/invitation\/[\w-]+/.exec(await invited.text())?.[0];
  if (!path) throw new Error(`no invitation: ${invited.status}`);
  return path;
}

/** A file with the social passport of a school, sent for a look; nothing of it is applied. */
export async function lookedAtFile(session: Session, schoolCode: string): Promise<string> {
  const form = new FormData();
  const fields = { kind: 'CONTEXT', schoolYear: '2019-2020', municipalityId: '' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const lines = ['Код школы;Учебный год;Обучающихся;Классов;Смен', `${schoolCode};2019-2020;500;20;1`];
  form.set('file', new File([`${lines.join('\r\n')}\r\n`], 'паспорт.csv'));
  const sent = await session.send('/api/v1/imports', form);
  if (sent.status !== 201) throw new Error(`no import: ${sent.status} ${await sent.text()}`);
  return ((await sent.json()) as { id: string }).id;
}

/** The newest matrix campaign that the viewer sees, or for a principal the own school's newest matrix. */
export async function newestMatrix(session: Session): Promise<string> {
  const html = await (await session.call('GET', '/monitoring/causes')).text();
  const id = /\/monitoring\/causes\/(?:matrix\/)?([0-9a-f]{8}-[0-9a-f-]{27})/.exec(html)?.[1];
  if (!id) throw new Error('no matrix of failure in sight');
  return id;
}
