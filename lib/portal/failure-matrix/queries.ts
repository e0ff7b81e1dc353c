export { causeDictionary, dictionaryOf } from './dictionary';
export { matrixBoard, matrixCampaigns, matrixChoices, matrixForFilling, matrixReport, ownMatrices } from './reading';
export { matrixReportFile } from './report-file';
export { matrixCampaignOf } from './year-campaign';
