/** What people do with partnerships. */
export { changePartnership, proposePartnership, proposePartnerships, stepPartnership } from './changing';
