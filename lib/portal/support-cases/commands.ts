/** What people do with the cases of schools. */
export { addEntry, changeContacts, changeStep, closeCase, moveConcern, openCases } from './cases';
export { assignCurator, declareConflict, endCuratorship, handOver, withdrawConflict } from './curators';
export { keepStudy, publishStudy } from './studies';
export { endWatch, watchSchool } from './watch';
