/** The whole demonstration region as plain rows, the same on every call. */
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { accountRows } from './accounts';
import { campaignRows, demoCampaigns, ruleRows } from './campaigns';
import { answerRows, cardRows, revisionRows, tableScoreRows } from './card-rows';
import { demoCards } from './cards';
import { commentRows } from './comments';
import { afterDisputes, demoDisputes, disputeRows } from './disputes';
import { collectionRows, demoCollections, failureCellRows, matrixRows } from './failure-matrix';
import { INSTRUMENT_VERSION_ID, instrumentRows } from './instrument-rows';
import { journalRows } from './journal';
import { demoLists, listRows, listSchoolRows } from './lists';
import { letterRows, noticeRows } from './messages';
import { randomSource } from './random';
import { demoSchools, passportRows, schoolRows, successionRows } from './school-changes';
import { municipalityRows, regionRows } from './territory';

/** Chosen so that the city's rule proposes 5 schools in 2018-2019 and 8 in 2019-2020, as the seed counts them. */
export const DEMONSTRATION_SEED = 152;

/** Rows by table in the order in which foreign keys allow to insert them; `words` tell a person what they are. */
export interface TableRows {
  table: string;
  words: string;
  rows: readonly object[];
}

export interface DemonstrationRegion {
  /** before the instrument version is published */
  before: TableRows[];
  publication: { versionId: string; publishedAt: Date; publishedBy: string; frozenAt: Date };
  after: TableRows[];
}

export async function demonstrationRegion(instrument: InstrumentDefinition): Promise<DemonstrationRegion> {
  const draw = randomSource(DEMONSTRATION_SEED);
  const schools = demoSchools(draw);
  const form = instrumentRows(instrument);
  const criteria = new Map(form.criteria.map(({ code, id }) => [code, id]));
  const campaigns = demoCampaigns(schools);
  const accepted = demoCards(campaigns, instrument, draw);
  const disputes = demoDisputes(accepted);
  const cards = afterDisputes(accepted, disputes);
  const lists = demoLists(cards);
  const collections = demoCollections(lists, schools, draw);
  return {
    before: [
      { table: 'region', words: 'регион', rows: regionRows() },
      { table: 'municipality', words: 'муниципалитеты', rows: municipalityRows() },
      { table: 'school', words: 'школы', rows: schoolRows(schools) },
      { table: 'school_passport', words: 'паспорта школ', rows: passportRows(schools) },
      { table: 'school_succession', words: 'реорганизации', rows: successionRows(schools) },
      { table: 'account', words: 'учётные записи', rows: await accountRows(schools) },
      { table: 'instrument', words: 'диагностическая карта', rows: form.instrument },
      { table: 'instrument_version', words: 'версия карты', rows: form.version },
      { table: 'instrument_table', words: 'таблицы', rows: form.tables },
      { table: 'criterion_group', words: 'группы критериев', rows: form.groups },
      { table: 'criterion', words: 'критерии', rows: form.criteria },
      { table: 'criterion_sign', words: 'признаки', rows: form.signs },
    ],
    publication: { versionId: INSTRUMENT_VERSION_ID, ...form.publication },
    after: [
      { table: 'campaign', words: 'кампании', rows: campaignRows(campaigns, INSTRUMENT_VERSION_ID) },
      { table: 'campaign_rule', words: 'правила', rows: ruleRows(campaigns) },
      { table: 'card', words: 'карты школ', rows: cardRows(cards) },
      { table: 'answer', words: 'ответы', rows: answerRows(cards, criteria) },
      { table: 'card_table_score', words: 'суммы', rows: tableScoreRows(cards) },
      { table: 'card_revision', words: 'отправленные версии карт', rows: revisionRows(cards, instrument) },
      { table: 'card_comment', words: 'замечания', rows: commentRows(cards, criteria) },
      { table: 'dispute', words: 'споры', rows: disputeRows(disputes, criteria) },
      { table: 'confirmed_list', words: 'списки', rows: listRows(lists) },
      { table: 'confirmed_list_school', words: 'школы списков', rows: listSchoolRows(lists) },
      { table: 'failure_campaign', words: 'сборы матриц неуспешности', rows: collectionRows(collections) },
      { table: 'failure_matrix', words: 'матрицы неуспешности', rows: matrixRows(collections) },
      { table: 'failure_cell', words: 'клетки матриц', rows: failureCellRows(collections) },
      { table: 'notice', words: 'уведомления', rows: noticeRows(cards) },
      { table: 'letter', words: 'письма', rows: letterRows(cards) },
      { table: 'journal_entry', words: 'журнал', rows: journalRows(campaigns, cards, disputes, lists) },
    ],
  };
}
