/** What people do with cards. */
export { saveAnswers } from './answering';
export { decideDispute, raiseDispute } from './disputes';
export { createCardsFor } from './opening';
export { acceptCard, reopenCard, returnCard, submitCard } from './states';
export { clearVerification, commentOnCriterion, verifyAnswer } from './verifying';
