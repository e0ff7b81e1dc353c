/** What people do with examinations. */
export { addFinding, changeFinding, removeFinding } from './findings';
export { addPart, changePart, fillWorkbook, setSurveyGroups } from './parts';
export {
  cancelExamination,
  changeExamination,
  finishExamination,
  planExamination,
  planExaminations,
  reopenExamination,
} from './planning';
export { changeWorkbook, draftWorkbook, publishWorkbook } from './workbooks';
