export { aimsItem, completenessOf, cycleView } from './cycle';
export { linkChoices } from './links';
export { evidencePack } from './pack';
