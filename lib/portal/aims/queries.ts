export { aimsItem, completenessOf, cycleView } from './cycle';
export { evidencePack } from './pack';
export { linkChoices } from './positions';
