export { networkChoices, networkList, networkView } from './networks';
