export { keepNetwork } from './networks';
