export { controlDecision, keepDecision } from './decisions';
