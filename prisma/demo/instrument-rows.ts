/** The default instrument as a version published by the region and frozen, since campaigns use it. */
import type { Prisma } from '@/lib/db/generated/client';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { demoId } from './identifiers';
import { moscow } from './moments';
import { COORDINATOR } from './people';
import { REGION } from './territory';

const PUBLISHED_AT = moscow(2010, 8, 20, 12);
const FROZEN_AT = moscow(2010, 9, 1);
const TITLE = 'Диагностическая карта, версия по умолчанию';

const INSTRUMENT_ID = demoId('instrument', 'default', PUBLISHED_AT);
export const INSTRUMENT_VERSION_ID = demoId('instrument-version', 'default/1', PUBLISHED_AT);

export interface InstrumentRows {
  instrument: Prisma.InstrumentCreateManyInput[];
  /** still a draft: the contents of a published version cannot be written */
  version: Prisma.InstrumentVersionCreateManyInput[];
  tables: Prisma.InstrumentTableCreateManyInput[];
  groups: Prisma.CriterionGroupCreateManyInput[];
  criteria: (Prisma.CriterionCreateManyInput & { id: string })[];
  signs: Prisma.CriterionSignCreateManyInput[];
  /** what turns the draft into the published version */
  publication: { publishedAt: Date; publishedBy: string; frozenAt: Date };
}

export function instrumentRows(definition: InstrumentDefinition): InstrumentRows {
  const idOf = (kind: string, key: string) => demoId(kind, `default/1/${key}`, PUBLISHED_AT);
  const versionId = INSTRUMENT_VERSION_ID;
  const placed = definition.tables.flatMap((table) => table.groups.map((group) => ({ table, group })));
  const criteria = placed.flatMap(({ table, group }) =>
    group.criteria.map((criterion, position) => ({ table, group, criterion, position })),
  );
  return {
    instrument: [{ id: INSTRUMENT_ID, regionId: REGION.id, municipalityId: null, title: TITLE }],
    version: [
      {
        id: versionId,
        instrumentId: INSTRUMENT_ID,
        number: 1,
        title: TITLE,
        status: 'DRAFT',
        proposal: true,
        createdAt: PUBLISHED_AT,
      },
    ],
    tables: definition.tables.map(({ code, title, track }, position) => ({
      id: idOf('table', code),
      versionId,
      position,
      code,
      title,
      track,
    })),
    groups: definition.tables.flatMap((table) =>
      table.groups.map(({ code, title }, position) => ({
        id: idOf('group', `${table.code}/${code}`),
        tableId: idOf('table', table.code),
        position,
        code,
        title,
      })),
    ),
    criteria: criteria.map(({ table, group, criterion: { signs: _signs, ...criterion }, position }) => ({
      ...criterion,
      id: idOf('criterion', criterion.code),
      versionId,
      groupId: idOf('group', `${table.code}/${group.code}`),
      position,
    })),
    signs: criteria.flatMap(({ criterion }) =>
      criterion.signs.map((sign, position) => ({
        ...sign,
        id: idOf('sign', `${criterion.code}/${sign.code}`),
        criterionId: idOf('criterion', criterion.code),
        position,
      })),
    ),
    publication: { publishedAt: PUBLISHED_AT, publishedBy: COORDINATOR.name, frozenAt: FROZEN_AT },
  };
}
