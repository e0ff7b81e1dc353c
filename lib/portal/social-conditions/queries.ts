export { conditionsFile } from './conditions-export';
export { conditionsOf } from './conditions-items';
export { conditionsDetails, conditionsOfSchool, conditionsView } from './conditions-view';
export { regionConditions } from './region-conditions';
