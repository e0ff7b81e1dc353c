/** What people do with risks. */
export { changeFactors } from './dictionary';
export { answerRisks, beginProfile, changeRisks, stepProfile } from './profile';
