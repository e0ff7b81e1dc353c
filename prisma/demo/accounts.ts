/** The accounts of contract.md, all with one password. */
import { hash } from '@node-rs/argon2';
import type { Prisma } from '@/lib/db/generated/client';
import { moscow } from './moments';
import { ADMINISTRATOR, CITY_HEAD, CITY_METHODIST, COORDINATOR, principalOf, VYAZMA_HEAD } from './people';
import { type DemoSchool, identityToday } from './schools';
import { municipalityByCode, REGION } from './territory';

const DEMO_PASSWORD = 'smolensk-demo';
/** A fixed salt, so that two loads are equal byte for byte; real accounts get one of their own (lib/access/password.ts). */
const DEMO_SALT = Buffer.from('moc-demonstration');

/** Argon2id with the cost of lib/access/password.ts. */
function demoPasswordHash(): Promise<string> {
  return hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt: DEMO_SALT });
}

export async function accountRows(schools: readonly DemoSchool[]): Promise<Prisma.AccountCreateManyInput[]> {
  const passwordHash = await demoPasswordHash();
  const smolensk = municipalityByCode('smolensk').id;
  const staff = [
    { ...ADMINISTRATOR, role: 'ADMIN' as const, regionId: null, municipalityId: null },
    { ...COORDINATOR, role: 'REGION_COORDINATOR' as const, regionId: REGION.id, municipalityId: null },
    { ...CITY_HEAD, role: 'MOC_HEAD' as const, regionId: REGION.id, municipalityId: smolensk },
    { ...CITY_METHODIST, role: 'MOC_STAFF' as const, regionId: REGION.id, municipalityId: smolensk },
    {
      ...VYAZMA_HEAD,
      role: 'MOC_HEAD' as const,
      regionId: REGION.id,
      municipalityId: municipalityByCode('vyazma').id,
    },
  ].map((person) => ({ ...person, schoolId: null }));
  const principals = schools.flatMap((school) => {
    const { accountId, email, name } = principalOf(school);
    if (accountId === null || email === null) return [];
    const municipalityId = identityToday(school).municipality.id;
    return {
      accountId,
      email,
      name,
      role: 'PRINCIPAL' as const,
      regionId: REGION.id,
      municipalityId,
      schoolId: school.id,
    };
  });
  return [...staff, ...principals].map(({ accountId, ...account }) => ({
    ...account,
    id: accountId,
    passwordHash,
    createdAt: moscow(2020, 8, 17, 9),
  }));
}
