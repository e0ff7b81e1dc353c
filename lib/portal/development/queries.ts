export { developmentFacts, developmentView } from './reading';
