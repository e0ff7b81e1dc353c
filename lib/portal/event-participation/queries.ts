export { eventReportFile, yearReportFile } from './files';
export { participationFacts, participationOf } from './participation';
export { doorOf, eventReport, yearReport } from './reports';
