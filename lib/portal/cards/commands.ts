/** What people do with cards. */
export { saveAnswers } from './answering';
export { type Actor, countCards, type SumChange, storeComputedAnswers } from './computing';
export { decideDispute, raiseDispute } from './disputes';
export { createCardsFor } from './opening';
export { acceptCard, reopenCard, returnCard, submitCard } from './states';
export { clearVerification, commentOnCriterion, verifyAnswer } from './verifying';
