export { addLinks, removeLink } from './links';
export { beginYear, writePosition } from './positions';
export { addOwnIndicator, removeOwnIndicator, setTarget } from './targets';
