import type { OperationGroup } from './operation';
import { aims } from './operations/aims';
import { campaigns } from './operations/campaigns';
import { cards } from './operations/cards';
import { documents } from './operations/documents';
import { effectiveness } from './operations/effectiveness';
import { events } from './operations/events';
import { evidence } from './operations/evidence';
import { failureMatrix } from './operations/failure-matrix';
import { files } from './operations/files';
import { imports } from './operations/imports';
import { lists } from './operations/lists';
import { objectivity } from './operations/objectivity';
import { reports } from './operations/reports';
import { review } from './operations/review';
import { session } from './operations/session';
import { support } from './operations/support';
import { territory } from './operations/territory';
import { twoRules } from './operations/two-rules';

/** Every address of /api/v1, in the order of the readable page. tests/portal/openapi.test.ts holds it to the routes. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  session,
  territory,
  aims,
  campaigns,
  cards,
  review,
  evidence,
  files,
  lists,
  twoRules,
  effectiveness,
  imports,
  objectivity,
  failureMatrix,
  support,
  documents,
  events,
  reports,
];
