export { examinationAct } from './act';
export { examinationOf, examinationsInScope, refusalOfExamination } from './api';
export { examinationView, partView } from './examination-view';
export { examinationFacts } from './facts';
export { examinationPlan, planChoices } from './plan-view';
export { workbooksOf, workbookView } from './workbooks';
