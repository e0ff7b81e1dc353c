/** What МОЦ and the school do with a sign that needs a closer look. */
export { decideReview } from './deciding';
export { askRecheck, enterSecondResult, explainSign } from './steps';
