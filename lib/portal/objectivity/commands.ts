/** Signs found anew; what people do with them stands in lib/portal/objectivity-reviews. */
export { type ChangedFacts, type ChangedSigns, deriveObjectivity, lockSigns } from './deriving';
