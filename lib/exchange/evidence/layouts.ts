/** All layouts that files are recognised by. */
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { CONTEST, OLYMPIAD } from './kinds/contests';
import { GIA_AGGREGATE, MEDALS, OGE_JOURNAL } from './kinds/gia';
import { JOURNAL_OF_GROUPS, MARKS_OF_GROUPS, SCORES_OF_GROUPS } from './kinds/participant-groups';
import { CONTEXT, FIOKO_MARKERS, INTERIM } from './kinds/school-life';
import { VPR_JOURNAL, VPR_MARKS, VPR_SCALE, VPR_SCORES, VPR_TASKS } from './kinds/vpr';
import type { Layout } from './layout';
import { GIA_PROTOCOL } from './protocols/gia-protocol';
import { VPR_PROTOCOL } from './protocols/vpr-protocol';

/** The layout of our own template, by kind. */
export const OWN_LAYOUTS: Readonly<Record<ImportKind, Layout>> = {
  GIA_AGGREGATE,
  GIA_PROTOCOL,
  OGE_JOURNAL,
  VPR_MARKS,
  VPR_SCORES,
  VPR_SCALE,
  VPR_JOURNAL,
  VPR_TASKS,
  VPR_PROTOCOL,
  OLYMPIAD,
  CONTEST,
  INTERIM,
  CONTEXT,
  FIOKO_MARKERS,
  MEDALS,
};

export const LAYOUTS: readonly Layout[] = [
  ...Object.values(OWN_LAYOUTS),
  MARKS_OF_GROUPS,
  SCORES_OF_GROUPS,
  JOURNAL_OF_GROUPS,
];
