export { aimsItem, completenessOf, cycleView } from './cycle';
export { linkChoices } from './positions';
