/** What other parts of the support do together. */
export { type Tidings, tellCentre, tellSchool } from './tidings';
