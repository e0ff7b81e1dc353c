export { REPORT_KINDS, reportKind } from './kinds';
export { DAYS_KEPT, madeReport, madeReportFile, madeReports } from './made';
export { type ReportPlace, reportPlace } from './place';
export { reportPreview } from './preview';
export { reportTemplate } from './templates';
