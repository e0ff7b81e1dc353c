/** Places that the doors of the API lead to: a school with its card, files, dispute, list and token. */
import { randomUUID } from 'node:crypto';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { DOCX } from '@/lib/exchange/report-docx';
import { createToken } from '@/lib/portal/accounts/tokens';
import { attachFile } from '@/lib/portal/attachments/commands';
import { acceptCard, raiseDispute, saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import { openMatrixCampaign } from '@/lib/portal/failure-matrix/commands';
import { matrixCampaigns } from '@/lib/portal/failure-matrix/queries';
import { openMatrixSchema } from '@/lib/portal/failure-matrix/schema';
import { applyImport } from '@/lib/portal/imports/commands';
import { confirmList } from '@/lib/portal/lists/commands';
import { confirmationSchema } from '@/lib/portal/lists/schema';
import { type IncomingFile, keepFile, receiveFile } from '@/lib/work/storage';
import { COMPLETE, NOW, type SchoolWithCard, type Territory, type World } from '../portal/card-world';
import { contextOf, looked } from '../portal/import-world';

export const PDF = Buffer.from('%PDF-1.4\ntrailer <<>>\n%%EOF\n');

/** How far a card has come. */
export type Stage = 'draft' | 'submitted' | 'accepted';

export interface Place {
  principal: Viewer;
  territory: Territory;
  municipalityId: string;
  campaignId: string;
  schoolId: string;
  schoolCode: string;
  cardId: string;
  attachmentId: string;
  /** a point in dispute; a card in work has none and names nobody's */
  disputeId: string;
  tokenId: string;
  /** the list in force of the territory's campaign */
  listId: string;
  /** the territory's matrix of failure, opened by its head */
  failureCampaignId: string;
  /** the school's own file of results: looked at, applied where the card is accepted */
  importId: string;
  /** of one of the school's two signs, with its second result */
  reviewId: string;
  examinationId: string;
  /** a draft where the card is in work, issued otherwise */
  recommendationId: string;
  /** open to the schools of the city; a draft where the card is accepted, so that it can be published */
  eventId: string;
  /** an act that the schools of the city read */
  documentId: string;
  documentFileId: string;
  /** made for the methodist of the place */
  reportId: string;
  /** in work, submitted or approved as the card is */
  programmeId: string;
  /** agreed, so that its schools read it */
  partnershipId: string;
  /** the host of that partnership */
  hostSchoolId: string;
}

export function successOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
}

/** A token that lasts long enough for the tests, by the clock of the machine: the API asks that one. */
export async function tokenOf(viewer: Viewer, use: 'api' | 'calendar' = 'api'): Promise<{ id: string; token: string }> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString();
  return successOf(await createToken(viewer, { name: 'Для теста', use, expiresAt }, now));
}

/** A new school in the territory with everything that an address could name. */
export async function newPlace(world: World, territory: Territory, stage: Stage, listId: string): Promise<Place> {
  const school = await world.school({ in: territory });
  const { principal, cardId } = school;
  const contents = (async function* () {
    yield PDF;
  })();
  const upload = { announced: PDF.length, contents };
  const file = successOf(await attachFile(principal, cardId, { criterion: 'A1', name: 'a.pdf' }, upload, NOW));
  successOf(await saveAnswers(principal, cardId, { version: 1, answers: COMPLETE }, NOW));
  const disputeId = stage === 'draft' ? randomUUID() : await disputed(school);
  if (stage === 'accepted') successOf(await acceptCard(territory.staff, cardId, {}, NOW));
  const { id: tokenId } = await tokenOf(principal);
  return {
    principal,
    territory,
    municipalityId: territory.municipalityId,
    campaignId: territory.campaign.id,
    schoolId: school.schoolId,
    schoolCode: school.code,
    cardId,
    attachmentId: file.id,
    disputeId,
    tokenId,
    listId,
    failureCampaignId: await failureCampaignOf(territory, school.schoolId),
    importId: await importOf(school, stage),
    reviewId: await reviewOf(school, territory),
    ...(await supportOf(world, school, territory, stage)),
  };
}

/** The work in which a place's school has the signs S1, in review, and S4. */
export const REVIEWED_WORK = { schoolYear: '2019-2020', grade: 5, subject: 'Математика' };

function reviewOf({ schoolId }: SchoolWithCard, { municipalityId }: Territory): Promise<string> {
  const signs = ['S1', 'S4'].map((code) => ({ code, result: 'SIGN', figures: {}, pValue: null, qValue: null }));
  const place = { schoolId, municipalityId, ...REVIEWED_WORK };
  return forSystem('maintenance', async (db) => {
    await db.objectivityResult.create({ data: { ...place, signs, computedAt: NOW } });
    const { id } = await db.objectivityReview.create({
      data: {
        ...place,
        sign: 'S1',
        state: 'SECOND_RESULT',
        recheckNote: 'Перепроверить',
        recheckBy: 'МОЦ',
        recheckAt: NOW,
        secondResult: 'Подтвердилось',
        secondBy: 'МОЦ',
        secondAt: NOW,
      },
    });
    return id;
  });
}

/** A programme with nothing missing, so that it may be submitted. */
export const WHOLE_PROGRAMME = {
  passport: { responsible: 'Директор', periodFrom: '2020-09-01', periodTo: '2022-08-31' },
  analysis: { summary: 'Пробелы прошлых лет.' },
  aims: [{ id: 'a-1', text: 'Выйти из списка', tasks: 'Восполнить пробелы' }],
  indicators: [
    {
      id: 'i-1',
      title: 'Сумма',
      source: 'NEGATIVE_SUM',
      baseline: 9,
      targets: [{ schoolYear: '2020-2021', value: 5 }],
    },
  ],
  measures: [{ id: 'm-1', title: 'План', responsible: 'Завуч', endsOn: '2021-03-01', criteria: ['A1'] }],
};

/** A file in the storage that no row knows yet. */
async function keptFile(): Promise<IncomingFile> {
  const received = await receiveFile(pieces(PDF), PDF.length);
  if (received === 'too-large') throw new Error('longer than itself');
  await keepFile(received);
  return received;
}

async function* pieces(contents: Uint8Array): AsyncGenerator<Uint8Array> {
  yield contents;
}

/** What is done for the school of a place: examined, advised, with a programme and a partner. */
async function supportOf(world: World, { schoolId }: SchoolWithCard, territory: Territory, stage: Stage) {
  const kept = await keptFile();
  const { municipalityId } = territory;
  const { schoolId: hostSchoolId } = await world.school({ in: territory });
  const place = { schoolId, municipalityId, schoolYear: '2020-2021' };
  const by = { createdBy: 'МОЦ', createdAt: NOW };
  const changed = { changedBy: 'МОЦ', changedAt: NOW };
  const issued = stage === 'draft' ? {} : { status: 'ISSUED' as const, issuedBy: 'МОЦ', issuedAt: NOW };
  const status = { draft: 'DRAFT', submitted: 'SUBMITTED', accepted: 'APPROVED' } as const;
  return forSystem('maintenance', async (db) => {
    const period = { startsOn: new Date('2020-10-01'), endsOn: new Date('2020-12-25') };
    const examination = await db.examination.create({ data: { ...place, ...by, ...period, title: 'Обследование' } });
    const advice = {
      addressee: 'SCHOOL' as const,
      text: 'План',
      criteria: ['A1'],
      risks: [],
      dueOn: new Date('2030-03-01'),
    };
    const recommendation = await db.recommendation.create({ data: { ...place, ...by, ...advice, ...issued } });
    const programme = await db.programme.create({
      data: { ...place, ...changed, title: 'Программа', status: status[stage], content: WHOLE_PROGRAMME },
    });
    const pair = {
      municipalityId,
      hostSchoolId,
      schoolYear: '2020-2021',
      title: 'Партнёрство',
      status: 'AGREED' as const,
    };
    const partnership = await db.partnership.create({ data: { ...pair, ...changed, reasons: ['Довод'] } });
    await db.partnershipSchool.create({ data: { partnershipId: partnership.id, schoolId, municipalityId } });
    const when = { startsAt: new Date('2020-11-10T07:00:00Z'), endsAt: new Date('2020-11-10T09:00:00Z') };
    const what = { kind: 'SEMINAR', direction: 'NORMATIVE', title: 'Семинар' } as const;
    const event = await db.event.create({
      data: {
        ...{ regionId: world.regionId, municipalityId, ...when, ...what, ...changed },
        status: stage === 'accepted' ? 'DRAFT' : 'PUBLISHED',
      },
    });
    const act = { kind: 'ACT', type: 'Приказ', title: 'Приказ' } as const;
    const document = await db.document.create({
      data: { regionId: world.regionId, municipalityId, ...changed, ...act },
    });
    const { key, size, sha256 } = kept;
    const version = { number: 1, name: 'a.pdf', mediaType: 'application/pdf', text: 'Приказ', uploadedBy: 'МОЦ' };
    const { id: fileId } = await db.documentFile.create({
      data: { documentId: document.id, storageKey: key, size, sha256, ...version, uploadedAt: NOW },
    });
    const report = await db.madeReport.create({
      data: {
        ...{ municipalityId, kind: 'year', schoolYear: '2020-2021', format: 'docx', state: 'DONE', progress: 100 },
        ...{ askedBy: territory.staff.accountId, askedByName: 'Методист', askedAt: NOW, finishedAt: NOW, size, sha256 },
        ...{ fileName: 'Отчёт.docx', mediaType: DOCX, storageKey: key },
      },
    });
    return {
      reportId: report.id,
      examinationId: examination.id,
      documentId: document.id,
      documentFileId: fileId,
      eventId: event.id,
      recommendationId: recommendation.id,
      programmeId: programme.id,
      partnershipId: partnership.id,
      hostSchoolId,
    };
  });
}

async function importOf({ principal, code }: SchoolWithCard, stage: Stage): Promise<string> {
  const { id } = await looked(principal, contextOf({ code }), { kind: 'CONTEXT' });
  if (stage === 'accepted') successOf(await applyImport(principal, id, NOW));
  return id;
}

/** One matrix campaign a territory and year: the first place opens it. */
async function failureCampaignOf(territory: Territory, schoolId: string): Promise<string> {
  const [known] = await matrixCampaigns(territory.head);
  if (known) return known.id;
  const input = openMatrixSchema.parse({
    schoolYear: '2020-2021',
    dueAt: '2030-12-01',
    letter: '',
    subjects: ['Математика'],
    schools: [schoolId],
  });
  return successOf(await openMatrixCampaign(territory.head, input, NOW)).id;
}

async function disputed({ principal, cardId }: SchoolWithCard): Promise<string> {
  successOf(await submitCard(principal, cardId, {}, NOW));
  return successOf(await raiseDispute(principal, cardId, { criterion: 'A1', reason: 'Ошибка', sign: undefined }, NOW))
    .id;
}

/** A confirmed list of table T1 with one school on it, whatever the rule proposes. */
export async function newList(world: World, territory: Territory): Promise<string> {
  const { schoolId } = await newPlace(world, territory, 'accepted', '');
  const input = confirmationSchema.parse(listOf(schoolId, null));
  return successOf(await confirmList(territory.head, territory.campaign.id, input, NOW)).id;
}

/** A confirmation as the API takes it. */
export function listOf(schoolId: string, replaces: string | null) {
  return {
    table: 'T1',
    rule: { kind: 'SUM', value: 7 },
    orderNumber: randomUUID().slice(0, 8),
    orderDate: '2020-11-25',
    schools: [schoolId],
    reasons: { [schoolId]: 'Решение комиссии' },
    replaces,
  };
}
