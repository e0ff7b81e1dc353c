export { conditionsFile } from './conditions-export';
export { conditionsDetails, conditionsView } from './conditions-view';
export { regionConditions } from './region-conditions';
