export { closeMatrixCampaign, openMatrixCampaign, remindOfMatrix, returnMatrix } from './campaigns';
export { changeCauses } from './dictionary';
export { saveCells, submitMatrix } from './filling';
