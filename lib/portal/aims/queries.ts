export { aimsItems, completenessOf } from './compared';
export { cycleView } from './cycle';
export { linkChoices } from './links';
export { evidencePack } from './pack';
