export { riskDictionary } from './dictionary';
export { riskFacts, riskMatrix, riskProfileView } from './reading';
