/** The whole demonstration region as plain rows, the same on every call. */
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { accountRows } from './accounts';
import { aimIndicatorRows, aimLinkRows, aimPositionRows } from './aims/aims';
import { campaignRows, demoCampaigns, ruleRows } from './campaigns';
import { answerRows, cardRows, revisionRows, tableScoreRows } from './card-rows';
import { demoCards } from './cards';
import { centrePageRows } from './centre-page';
import { commentRows } from './comments';
import { afterDisputes, demoDisputes, disputeRows } from './disputes';
import { eventInvitationRows, eventRows, eventSeriesRows } from './events/events';
import { eventFeedbackRows, eventSignUpRows } from './events/participation';
import { collectionRows, demoCollections, failureCellRows, matrixRows } from './failure-matrix';
import { INSTRUMENT_VERSION_ID, instrumentRows } from './instrument-rows';
import { journalRows } from './journal';
import { documentRows } from './library/documents';
import { documentLinkRows, experienceDocumentRows } from './library/links';
import { demoLists, listRows, listSchoolRows } from './lists';
import { letterRows, noticeRows } from './messages';
import { randomSource } from './random';
import { demoSchools, passportRows, schoolRows, successionRows } from './school-changes';
import {
  caseEntryRows,
  caseStepRows,
  caseStudyRows,
  curatorshipRows,
  supportCaseRows,
  watchRows,
} from './support/cases';
import {
  courseEnrolmentRows,
  courseRows,
  decisionRows,
  decisionSchoolRows,
  deficitRows,
  experienceRows,
  learningRouteRows,
  mentoringRows,
  projectRows,
  projectSchoolRows,
  psychologyRows,
} from './support/development';
import {
  examinationPartRows,
  examinationRows,
  findingRows,
  surveyGroupRows,
  workbookRows,
} from './support/examinations';
import { networkMemberRows, networkRows, partnershipRows, partnershipSchoolRows } from './support/partnerships';
import { programmeRevisionRows, programmeRows, programmeStageRows, programmeTemplateRows } from './support/programmes';
import {
  recommendationRows,
  recommendationTemplateRows,
  riskItemRows,
  riskProfileRows,
} from './support/recommendations';
import { supportedSchools } from './support/supported';
import { municipalityRows, REGION, regionRows } from './territory';

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
  const supported = supportedSchools(lists, cards);
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
      { table: 'curatorship', words: 'кураторы', rows: curatorshipRows(supported) },
      { table: 'support_case', words: 'сопровождение школ', rows: supportCaseRows(supported, lists) },
      { table: 'case_step', words: 'шаги сопровождения', rows: caseStepRows(supported) },
      { table: 'case_entry', words: 'записи сопровождения', rows: caseEntryRows(supported) },
      { table: 'watch_entry', words: 'наблюдение', rows: watchRows(supported) },
      { table: 'case_study', words: 'истории школ', rows: caseStudyRows(supported) },
      { table: 'workbook_version', words: 'рабочая тетрадь', rows: workbookRows(supported) },
      { table: 'examination', words: 'обследования', rows: examinationRows(supported) },
      { table: 'examination_part', words: 'части обследований', rows: examinationPartRows(supported) },
      { table: 'survey_group', words: 'числа обследований', rows: surveyGroupRows(supported) },
      { table: 'finding', words: 'выводы обследований', rows: findingRows(supported) },
      { table: 'risk_profile', words: 'профили рисков', rows: riskProfileRows(supported) },
      { table: 'risk_item', words: 'риски', rows: riskItemRows(supported) },
      {
        table: 'recommendation_template',
        words: 'библиотека рекомендаций',
        rows: recommendationTemplateRows(supported),
      },
      { table: 'recommendation', words: 'рекомендации', rows: recommendationRows(supported) },
      { table: 'programme_template', words: 'шаблоны программ', rows: programmeTemplateRows(supported) },
      { table: 'programme', words: 'программы перехода', rows: programmeRows(supported) },
      { table: 'programme_revision', words: 'версии программ', rows: programmeRevisionRows(supported) },
      { table: 'programme_stage', words: 'этапы мониторинга', rows: programmeStageRows(supported) },
      { table: 'partnership', words: 'партнёрства', rows: partnershipRows(supported, schools) },
      { table: 'partnership_school', words: 'школы партнёрств', rows: partnershipSchoolRows(supported) },
      { table: 'network', words: 'сети', rows: networkRows(supported) },
      { table: 'network_member', words: 'участники сетей', rows: networkMemberRows(supported, schools) },
      { table: 'decision', words: 'решения', rows: decisionRows(supported) },
      { table: 'decision_school', words: 'школы решений', rows: decisionSchoolRows(supported) },
      { table: 'mentoring_pair', words: 'наставничество', rows: mentoringRows(supported, schools) },
      { table: 'teacher_deficit', words: 'дефициты', rows: deficitRows(supported, draw) },
      { table: 'course', words: 'курсы СОИРО', rows: courseRows(REGION.id) },
      { table: 'course_enrolment', words: 'запись на курсы', rows: courseEnrolmentRows(supported) },
      { table: 'learning_routes', words: 'маршруты', rows: learningRouteRows(supported, draw) },
      { table: 'psychology_work', words: 'работа психологов', rows: psychologyRows(supported) },
      { table: 'project', words: 'проекты', rows: projectRows(supported) },
      { table: 'project_school', words: 'школы проектов', rows: projectSchoolRows(supported) },
      { table: 'school_experience', words: 'опыт школ', rows: experienceRows(supported) },
      { table: 'event_series', words: 'серии мероприятий', rows: eventSeriesRows(supported, REGION.id) },
      { table: 'event', words: 'мероприятия', rows: eventRows(supported, schools, REGION.id) },
      { table: 'event_invitation', words: 'приглашения', rows: eventInvitationRows(supported, schools) },
      { table: 'event_sign_up', words: 'участие в мероприятиях', rows: eventSignUpRows(supported, schools) },
      { table: 'event_feedback', words: 'отзывы', rows: eventFeedbackRows(supported, schools) },
      { table: 'centre_page', words: 'открытая страница центра', rows: centrePageRows() },
      { table: 'document', words: 'библиотека', rows: [...documentRows(), ...experienceDocumentRows(supported)] },
      { table: 'document_link', words: 'связи документов', rows: documentLinkRows(supported) },
      { table: 'aim_position', words: 'управленческий цикл', rows: aimPositionRows() },
      { table: 'aim_link', words: 'чем он подтверждён', rows: aimLinkRows({ campaigns, lists, schools, supported }) },
      { table: 'aim_indicator', words: 'показатели', rows: aimIndicatorRows() },
      { table: 'notice', words: 'уведомления', rows: noticeRows(cards) },
      { table: 'letter', words: 'письма', rows: letterRows(cards) },
      { table: 'journal_entry', words: 'журнал', rows: journalRows(campaigns, cards, disputes, lists) },
    ],
  };
}
