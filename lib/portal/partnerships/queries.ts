export { partnerProposal } from './proposal';
export {
  partnerChoices,
  partnershipFacts,
  partnershipList,
  partnershipOf,
  partnershipsInScope,
  partnershipView,
  refusalOfPartnership,
} from './reading';
