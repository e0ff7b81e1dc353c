/** What people do with recommendations. */
export {
  answerRecommendation,
  cancelRecommendation,
  checkRecommendation,
  issueRecommendation,
  issueRecommendations,
} from './carrying-out';
export { changeRecommendation, draftFromTemplates, draftRecommendation } from './drafting';
export { keepTemplate } from './templates';
