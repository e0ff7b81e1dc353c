export { decisionChoices, decisionFacts, decisionList, decisionView } from './decisions';
