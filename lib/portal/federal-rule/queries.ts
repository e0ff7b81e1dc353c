export { factsOfCampaigns, sourceLines, type TwoYears } from './campaign-facts';
export { regionRules } from './region-rules';
export { regionSettings } from './region-settings';
export { rulesFile } from './rules-export';
export { rulesOf } from './rules-items';
export { federalRuleOfSchool } from './school-rule';
export { federalDetails, twoRulesView } from './two-rules';
