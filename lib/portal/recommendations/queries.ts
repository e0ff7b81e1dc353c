export {
  draftingView,
  recommendationFacts,
  recommendationList,
  recommendationOf,
  recommendationsInScope,
  recommendationView,
  refusalOfRecommendation,
} from './reading';
export { templateOf, templatesOf } from './templates';
