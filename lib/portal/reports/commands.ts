export { askForReport } from './made';
export { changeReportTemplate, resetReportTemplate } from './templates';
