export { addLinks, beginYear, removeLink, writePosition } from './positions';
export { addOwnIndicator, removeOwnIndicator, setTarget } from './targets';
