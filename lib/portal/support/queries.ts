export { type SupportedSchool, supportedSchool } from './supported-school';
