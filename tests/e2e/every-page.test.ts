/**
 * Every page × every role × own, a neighbour's and another city's things, over plain HTTP. The table is held to the page
 * files: a page without an expectation fails. Nothing foreign may stand in an answer, and opening pages changes nothing.
 */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { contentOf, portalDatabase } from '../harness/portal-database';
import { type Session, signIn } from '../harness/session';
import { pageAddresses } from './page-addresses';
import { unescaped } from './plain-form';
import * as region from './region';

const address = inject('portalAddress');

/**
 * What ADMIN, REGION_COORDINATOR, MOC_HEAD, MOC_STAFF and PRINCIPAL get, in this order: a status or the address that they
 * are sent to. `elsewhere`: the thing is another city's; `nothing`: there is no such thing. Where it is left out, the own
 * city's people find nothing (404), the region's coordinator and the administrator get what they get at `own`.
 */
interface Expected {
  own: string;
  elsewhere?: string;
  nothing?: string;
  /** principals read there what schools of their city do together: foreign is what belongs to another city */
  shared?: true;
}

const everybody = (own: string): Expected => ({ own });

const PAGES: Record<string, Expected> = {
  '/': everybody('200 →/region 200 200 200'),
  '/notices': everybody('200 200 200 200 200'),
  '/accessibility': everybody('200 200 200 200 200'),
  '/centre': everybody('→/centre/smolensk →/centre/smolensk →/centre/smolensk →/centre/smolensk →/centre/smolensk'),
  '/centre/{centre}': everybody('200 200 200 200 200'),
  '/centre/no-such-centre': everybody('404 404 404 404 404'),
  '/settings/centre': everybody('403 403 200 403 403'),
  '/sign-in': everybody('→/ →/ →/ →/ →/'),
  '/sign-in?callbackUrl=https://example.org/': everybody('→/ →/ →/ →/ →/'),
  '/sign-in?callbackUrl=//example.org': everybody('→/ →/ →/ →/ →/'),
  '/invitation/{invitation}': everybody('200 200 200 200 200'),
  '/invitation/no-such-invitation': everybody('200 200 200 200 200'),

  '/aims': everybody('404 200 200 200 404'),
  '/aims?year=2019-2020&municipality={municipality}': everybody('404 200 200 200 404'),
  '/aims/indicators?year=2019-2020&municipality={municipality}': everybody('404 200 200 200 404'),
  '/aims/positions/{position}?year=2019-2020&municipality={municipality}': everybody('404 200 200 200 404'),

  '/monitoring': everybody('403 200 200 200 200'),
  '/monitoring?year=2019-2020': everybody('403 200 200 200 200'),
  '/monitoring/campaigns/new': everybody('403 403 200 403 403'),
  '/monitoring/campaigns/{campaign}': {
    own: '403 200 200 200 403',
    elsewhere: '403 200 404 404 403',
    nothing: '403 404 404 404 403',
  },
  '/monitoring/cards/{card}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/monitoring/cards/{card}?show=points': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/monitoring/cards/{card}/history': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/monitoring/cards/{card}/spreadsheet': {
    own: '403 →/monitoring/cards/{card} →/monitoring/cards/{card} →/monitoring/cards/{card} 200',
    nothing: '403 404 404 404 404',
  },
  '/monitoring/cards/{card}/submit': {
    own: '403 →/monitoring/cards/{card} →/monitoring/cards/{card} →/monitoring/cards/{card} 200',
    nothing: '403 404 404 404 404',
  },

  '/monitoring/causes': everybody('403 200 200 200 200'),
  '/monitoring/causes/new': everybody('403 403 200 403 403'),
  '/monitoring/causes/dictionary': everybody('403 403 200 403 403'),
  '/monitoring/causes/{failureCampaign}': everybody('403 200 200 200 403'),
  '/monitoring/causes/{failureCampaign}/report': everybody('403 200 200 200 403'),
  '/monitoring/causes/matrix/{matrix}': everybody('403 403 403 403 200'),

  '/analysis': everybody('403 200 →/analysis/campaigns/{campaign} →/analysis/campaigns/{campaign} 403'),
  '/analysis/campaigns/{campaign}': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}?table=T2&sort=name&q=1': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/confirm': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/heat-map': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/rules': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/rules?municipal=NO&federal=NO_DATA&school=smolensk-06': {
    own: '403 200 200 200 403',
  },
  '/analysis/campaigns/{campaign}/conditions': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/conditions?sort=sum&type=NEITHER&school=smolensk-06': { own: '403 200 200 200 403' },
  '/analysis/rules': everybody(
    '403 200 →/analysis/campaigns/{campaign}/rules →/analysis/campaigns/{campaign}/rules 403',
  ),
  '/analysis/conditions': everybody(
    '403 200 →/analysis/campaigns/{campaign}/conditions →/analysis/campaigns/{campaign}/conditions 403',
  ),
  '/analysis/objectivity': everybody('403 200 200 200 →/analysis/objectivity/schools/{school}'),
  '/analysis/objectivity?municipality={foreign.municipality}&year=2018-2019&sign=S4': everybody(
    '403 200 404 404 →/analysis/objectivity/schools/{school}',
  ),
  '/analysis/objectivity/plane': everybody('403 200 200 200 →/analysis/objectivity/schools/{school}'),
  '/analysis/objectivity/plane?municipality={foreign.municipality}&result=mark': everybody(
    '403 200 404 404 →/analysis/objectivity/schools/{school}',
  ),
  '/analysis/objectivity/method': everybody('403 200 200 200 200'),
  '/analysis/objectivity/method?municipality={foreign.municipality}': everybody('403 200 404 404 200'),
  '/analysis/objectivity/schools/{school}': { own: '403 200 200 200 200' },
  '/analysis/objectivity/schools/{school}/cell': everybody('404 404 404 404 404'),
  '/analysis/objectivity/schools/{school}/cell?year=2019-2020&grade=5&subject=Математика':
    everybody('404 200 200 200 200'),
  '/analysis/campaigns/{campaign}/rescoring': { own: '403 200 200 200 403' },
  '/analysis/campaigns/{campaign}/rescoring?from={foreign.campaign}&version={foreign.draft}': {
    own: '403 404 404 404 403',
    nothing: '404 404 404 404 404',
  },
  '/analysis/lists/{list}': { own: '403 200 200 200 403' },
  '/analysis/effectiveness': everybody('403 200 200 200 403'),
  '/analysis/effectiveness?municipality={foreign.municipality}&from=2018-2019&to=2019-2020':
    everybody('403 200 404 404 403'),
  '/analysis/early-warning': everybody('403 200 200 200 404'),
  '/analysis/early-warning?municipality={foreign.municipality}': everybody('403 200 404 404 404'),
  '/analysis/effectiveness/method': everybody('403 200 200 200 403'),
  '/analysis/movements': everybody('403 200 200 200 403'),
  '/analysis/movements?municipality={foreign.municipality}': everybody('403 200 404 404 403'),

  '/data': everybody('403 200 200 200 200'),
  '/data?municipality={foreign.municipality}&years=all': everybody('403 200 200 200 200'),
  '/data/upload': everybody('403 200 200 200 200'),
  '/data/imports': everybody('403 200 200 200 200'),
  '/data/imports?kind=CONTEXT&status=PREVIEW&page=1': everybody('403 200 200 200 200'),
  '/data/imports/{import}': { own: '403 200 200 200 404', nothing: '403 404 404 404 404' },

  '/support': everybody('403 200 200 200 →/support/schools/{school}'),
  '/support?year=2018-2019&stuck=yes': everybody('403 200 200 200 →/support/schools/{school}'),
  '/support/schools/{school}': { own: '403 200 200 200 200', shared: true },
  '/support/schools/{school}/thread': { own: '403 200 200 200 200', shared: true },
  '/support/gaps': everybody('403 200 200 200 403'),
  '/support/curators': everybody('403 200 200 200 403'),
  '/support/watch': everybody('403 200 200 200 403'),
  '/support/studies': { own: '403 200 200 200 200', shared: true },
  '/support/examinations': everybody('403 200 200 200 200'),
  '/support/examinations/new': everybody('403 403 200 200 403'),
  '/support/examinations/{examination}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/support/examinations/{examination}/parts/{part}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/support/workbooks': everybody('403 403 200 200 403'),
  '/support/workbooks/{workbook}': {
    own: '403 403 200 200 403',
    elsewhere: '403 403 404 404 403',
    nothing: '403 403 404 404 403',
  },
  '/support/risks': everybody('403 200 200 200 200'),
  '/support/risks/dictionary': everybody('403 403 200 403 403'),
  '/support/risks/{profile}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/library': everybody('403 200 200 200 200'),
  '/library/new': everybody('403 200 200 200 403'),
  '/library/links': everybody('403 200 200 200 403'),
  '/library/{document}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/library/{document}/edit': { own: '403 403 200 200 403', nothing: '403 404 404 404 404' },

  '/support/recommendations': everybody('403 200 200 200 200'),
  '/support/recommendations/new': everybody('403 403 200 200 403'),
  '/support/recommendations/{recommendation}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/support/recommendations/templates': everybody('403 200 200 200 403'),
  '/support/recommendations/templates/new': everybody('403 403 200 200 403'),
  '/support/recommendations/templates/{template}': {
    own: '403 403 200 200 403',
    elsewhere: '403 403 404 404 403',
    nothing: '403 403 404 404 403',
  },
  '/support/programmes': everybody('403 200 200 200 200'),
  '/support/programmes/new': everybody('403 403 200 200 200'),
  '/support/programmes/templates': everybody('403 200 200 200 403'),
  '/support/programmes/{programme}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404', shared: true },
  '/support/programmes/{programme}/versions': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/support/partners': { own: '403 200 200 200 200', shared: true },
  '/support/partners/proposal': everybody('403 403 200 200 403'),
  '/support/partners/new': everybody('403 403 200 200 403'),
  '/support/partners/method': everybody('403 200 200 200 403'),
  '/support/partners/{partnership}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404', shared: true },
  '/support/networks/new': everybody('403 403 200 200 403'),
  '/support/networks/{network}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404', shared: true },
  '/support/decisions': everybody('403 200 200 200 200'),
  '/support/decisions/new': everybody('403 403 200 403 403'),
  '/support/decisions/{decision}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404' },
  '/support/development': { own: '403 200 200 200 200', shared: true },
  '/support/projects': everybody('403 200 200 200 200'),
  '/support/projects/new': everybody('403 403 200 200 403'),
  '/support/projects/{project}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404', shared: true },
  '/support/experience': { own: '403 200 200 200 200', shared: true },

  '/calendar': { own: '403 200 200 200 200', shared: true },
  '/calendar?month=2020-01&direction=NETWORKING': { own: '403 200 200 200 200', shared: true },
  '/calendar?view=week&day=2020-10-22&q=итоги': { own: '403 200 200 200 200', shared: true },
  '/calendar/new': everybody('403 200 200 200 403'),
  '/calendar/{event}': { own: '403 200 200 200 200', nothing: '403 404 404 404 404', shared: true },
  '/dashboard': everybody('403 200 200 200 403'),
  '/dashboard?municipality={municipality}&year=2019-2020': everybody('403 200 200 200 403'),
  '/dashboard?municipality={foreign.municipality}': everybody('403 200 404 404 403'),
  '/dashboard/schools': everybody('403 200 200 200 403'),
  '/dashboard/schools?municipality={foreign.municipality}&year=2019-2020': everybody('403 200 404 404 403'),
  '/reports': everybody('403 200 200 200 403'),
  '/reports?municipality={foreign.municipality}&year=2019-2020': everybody('403 200 404 404 403'),
  '/reports/templates/{reportKind}': everybody('403 403 200 403 403'),
  '/reports/templates/no-such-kind': everybody('404 404 404 404 404'),
  '/calendar/participation': everybody('403 200 200 200 403'),
  '/calendar/participation?year=2019-2020': everybody('403 200 200 200 403'),
  '/calendar/{event}/door': { own: '403 403 200 200 403', nothing: '403 404 404 404 404' },
  '/calendar/{event}/report': { own: '403 403 200 200 403', nothing: '403 404 404 404 404' },
  '/calendar/{event}/edit': { own: '403 403 200 200 403', nothing: '403 404 404 404 404' },

  '/schools': everybody('200 200 200 200 →/schools/{school}'),
  '/schools?municipality={foreign.municipality}&q=СШ': everybody('200 200 200 200 →/schools/{school}'),
  '/schools/new': everybody('200 403 200 403 403'),
  '/schools/{school}': everybody('200 200 200 200 200'),
  '/schools/{school}?tab=points': everybody('200 200 200 200 200'),
  '/schools/{school}?tab=points&year=2019-2020': everybody('200 200 200 200 200'),
  '/schools/{school}?tab=history': everybody('200 200 200 200 200'),
  '/schools/{school}?tab=passport': everybody('200 200 200 200 200'),
  '/schools/{school}/edit': everybody('200 403 200 403 403'),

  '/region': everybody('403 200 403 403 403'),
  '/region?schoolYear=2019-2020': everybody('403 200 403 403 403'),
  '/region/schools': everybody('403 200 403 403 403'),
  '/region/schools?municipality={foreign.municipality}': everybody('403 200 403 403 403'),

  '/settings': everybody(
    '→/settings/profile →/settings/profile →/settings/profile →/settings/profile →/settings/profile',
  ),
  '/settings/profile': everybody('200 200 200 200 200'),
  '/settings/notices': everybody('200 200 200 200 200'),
  '/settings/api': everybody('200 200 200 200 200'),
  '/settings/api/{apiSection}': everybody('200 200 200 200 200'),
  '/settings/accounts': everybody('200 403 200 403 403'),
  '/settings/accounts?link={foreign.account}&q=директор': everybody('200 403 200 403 403'),
  '/settings/outbox': everybody('200 403 200 403 403'),
  '/settings/territory': everybody('200 403 403 403 403'),
  '/settings/instruments': everybody('200 200 200 200 403'),
  // the region's own version is everybody's; a draft of the city is the city's alone
  '/settings/instruments/{version}': { own: '200 200 200 200 403' },
  '/settings/instruments/{version}/preview': { own: '200 200 200 200 403' },
  '/settings/instruments/{version}/report': { own: '403 200 200 200 403' },
  '/settings/instruments/{version}/report?municipality={foreign.municipality}&year=2019-2020': {
    own: '403 200 200 200 403',
  },
  '/settings/instruments/{version}/copy': { own: '403 200 200 403 403' },
  '/settings/instruments/{version}/publish': { own: '404 404 404 404 403' },
  '/settings/instruments/{draft}': { own: '200 200 200 200 404' },
  '/settings/instruments/{draft}/preview': { own: '200 200 200 200 404' },
  '/settings/instruments/{draft}/report': { own: '403 200 200 200 404' },
  '/settings/instruments/{draft}/copy': { own: '403 404 404 403 404', elsewhere: '403 404 404 404 404' },
  '/settings/instruments/{draft}/publish': { own: '403 403 200 403 404' },
};
/** What one may open without signing in. */
const PUBLIC = /^\/(sign-in|accessibility|invitation\/|centre)/;
const OTHER_ANSWERS: Record<string, number> = { '/centre': 307, '/centre/no-such-centre': 404 };
type Role = 'ADMIN' | 'REGION_COORDINATOR' | 'MOC_HEAD' | 'MOC_STAFF' | 'PRINCIPAL';
const ROLES: Role[] = ['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL'];
type Things = Record<
  | 'campaign'
  | 'municipality'
  | 'card'
  | 'school'
  | 'list'
  | 'version'
  | 'draft'
  | 'account'
  | 'invitation'
  | 'centre'
  | 'apiSection'
  | 'position'
  | 'reportKind'
  | 'import'
  | 'failureCampaign'
  | 'matrix'
  | Supported,
  string
>;
/** what is done for a school that is supported */
type Supported =
  | 'examination'
  | 'part'
  | 'workbook'
  | 'profile'
  | 'recommendation'
  | 'template'
  | 'programme'
  | 'partnership'
  | 'network'
  | 'event'
  | 'decision'
  | 'project'
  | 'document';

interface Person {
  name: string;
  role: Role;
  session: Session;
  /** of the other city: everything of Smolensk lies elsewhere */
  ofTown: boolean;
  /** ids and names of schools that this person must never see; empty for those who see the region */
  foreignIds: ReadonlySet<string>;
  foreignNames: readonly string[];
  /** the same on pages where a principal reads of the own city's schools */
  otherCity: Pick<Person, 'foreignIds' | 'foreignNames'>;
}

let database: pg.Client;
let people: Person[];
let city: Things;
let neighbour: Things;
let town: Things;
let before: Record<string, string>;

const NOTHING = '00000000-0000-7000-8000-000000000000';
const OWN_SCHOOL = 'smolensk-06';

beforeAll(async () => {
  database = await portalDatabase();
  const signedIn = async (email: string, role: Role, ofTown = false) => ({
    name: email,
    role,
    session: await signIn(address, email),
    ofTown,
  });
  const sessions = await Promise.all([
    signedIn(region.ADMINISTRATOR, 'ADMIN'),
    signedIn(region.COORDINATOR, 'REGION_COORDINATOR'),
    signedIn(region.HEAD, 'MOC_HEAD'),
    signedIn(region.METHODIST, 'MOC_STAFF'),
    signedIn(region.principalOf('06'), 'PRINCIPAL'),
    signedIn(region.TOWN_HEAD, 'MOC_HEAD', true),
    signedIn(region.TOWN_PRINCIPAL, 'PRINCIPAL', true),
  ]);
  const head = await signIn(address, region.HEAD);
  const townHead = await signIn(address, region.TOWN_HEAD);
  city = await thingsOf(head, OWN_SCHOOL);
  neighbour = await thingsOf(head, 'smolensk-23', city);
  town = await thingsOf(townHead, 'vyazma-01');
  people = [];
  for (const person of sessions) {
    const own = person.ofTown ? town : city;
    const otherCity = await foreignTo({ role: person.role === 'PRINCIPAL' ? 'MOC_HEAD' : person.role }, own);
    people.push({ ...person, ...(await foreignTo(person, own)), otherCity });
  }
  before = await contentOf(database);
});
afterAll(() => database.end());

/** A school's things and those of its city; without `made` a draft and an invitation are made. */
async function thingsOf(head: Session, code: string, made?: Things): Promise<Things> {
  const campaign = await region.openCampaign(head);
  const card = await region.cardOf(head, code);
  const { rows } = await database.query<{ id: string }>(
    `SELECT id FROM account WHERE municipality_id = $1 AND role = 'PRINCIPAL' ORDER BY email LIMIT 1`,
    [campaign.municipalityId],
  );
  const invited = `guest-${code}-${Date.now()}@example.org`;
  return {
    campaign: campaign.id,
    municipality: campaign.municipalityId,
    version: campaign.instrumentVersionId,
    card: card.id,
    school: card.schoolId,
    account: rows[0]?.id ?? '',
    failureCampaign: made?.failureCampaign ?? (await matrixOf(campaign.municipalityId, 'campaign_id')),
    matrix: await matrixOf(card.schoolId, 'id'),
    ...(await supportedThings(card.schoolId, campaign.municipalityId)),
    list: made?.list ?? (await region.newestList(head)),
    import: made?.import ?? (await region.lookedAtFile(head, code)),
    draft: made?.draft ?? (await region.draftVersion(head, `Черновик ${code}`)),
    // what a centre publishes is read by everybody
    centre: 'smolensk',
    apiSection: 'data',
    position: 'analysis',
    reportKind: 'list',
    invitation: made?.invitation ?? (await region.invitationPath(head, invited)).replace('/invitation/', ''),
  };
}

/** The first of each thing of support, of the school or of its centre; a place without one names nothing. */
async function supportedThings(school: string, municipality: string): Promise<Record<Supported, string>> {
  const first = async (sql: string) =>
    (await database.query<{ id: string }>(`${sql} LIMIT 1`, [school])).rows[0]?.id ?? NOTHING;
  const ofCentre = async (table: string) =>
    (
      await database.query<{ id: string }>(`SELECT id FROM "${table}" WHERE municipality_id = $1 ORDER BY id LIMIT 1`, [
        municipality,
      ])
    ).rows[0]?.id ?? NOTHING;
  return {
    examination: await first('SELECT id FROM examination WHERE school_id = $1 ORDER BY id'),
    part: await first('SELECT id FROM examination_part WHERE school_id = $1 ORDER BY id'),
    profile: await first('SELECT id FROM risk_profile WHERE school_id = $1 ORDER BY id'),
    recommendation: await first('SELECT id FROM recommendation WHERE school_id = $1 ORDER BY id'),
    programme: await first('SELECT id FROM programme WHERE school_id = $1 ORDER BY id'),
    partnership: await first('SELECT partnership_id AS id FROM partnership_school WHERE school_id = $1 ORDER BY 1'),
    decision: await first('SELECT decision_id AS id FROM decision_school WHERE school_id = $1 ORDER BY 1'),
    workbook: await ofCentre('workbook_version'),
    template: await ofCentre('recommendation_template'),
    network: await ofCentre('network'),
    event: await first(
      `SELECT id FROM event WHERE status = 'PUBLISHED' AND open_to_all AND municipality_id = (SELECT municipality_id FROM school WHERE id = $1) ORDER BY id`,
    ),
    project: await ofCentre('project'),
    document: await first(
      `SELECT id FROM document WHERE audience = 'PUBLIC' AND municipality_id = (SELECT municipality_id FROM school WHERE id = $1) ORDER BY id`,
    ),
  };
}

/** The newest matrix of failure of a school or municipality, or its campaign; a place that has none names nothing. */
async function matrixOf(place: string, column: 'id' | 'campaign_id'): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT ${column} AS id FROM failure_matrix WHERE $1 IN (school_id, municipality_id) ORDER BY id DESC LIMIT 1`,
    [place],
  );
  return rows[0]?.id ?? NOTHING;
}

/** Every row that belongs to another municipality, for a principal to another school; and the names of those schools. */
async function foreignTo({ role }: { role: Role }, { municipality, school }: Things) {
  if (role === 'ADMIN' || role === 'REGION_COORDINATOR') return { foreignIds: new Set<string>(), foreignNames: [] };
  const owned = await database.query<{ name: string; bySchool: boolean }>(
    `SELECT t.table_name AS name, bool_or(c.column_name = 'school_id') AS "bySchool"
     FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
     WHERE t.table_schema = 'public' AND t.table_name <> 'school'
     GROUP BY 1 HAVING bool_or(c.column_name = 'municipality_id') AND bool_or(c.column_name = 'id')`,
  );
  const bySchool = role === 'PRINCIPAL';
  const ids = new Set<string>();
  for (const table of owned.rows) {
    const column = bySchool && table.bySchool ? 'school_id' : 'municipality_id';
    const own = column === 'school_id' ? school : municipality;
    const { rows } = await database.query<{ id: string }>(`SELECT id FROM "${table.name}" WHERE ${column} <> $1`, [
      own,
    ]);
    for (const { id } of rows) ids.add(id);
  }
  const schools = await database.query<{ id: string; own: boolean; names: string[] }>(
    `SELECT id, ${bySchool ? 'id' : 'municipality_id'} = $1 AS own, ARRAY[name, short_name] AS names FROM school`,
    [bySchool ? school : municipality],
  );
  const own = schools.rows.filter((row) => row.own).flatMap(({ names }) => names);
  const foreign = schools.rows.filter((row) => !row.own);
  for (const { id } of foreign) ids.add(id);
  const names = new Set(foreign.flatMap((row) => row.names));
  // «МБОУ «СШ № 1» г. Вязьмы» holds the name of a school of Smolensk
  return { foreignIds: ids, foreignNames: [...names].filter((name) => !own.some((one) => one.includes(name))) };
}

const withThings = (path: string, things: Things, foreign: Things) =>
  path
    .replace(/\{foreign\.(\w+)\}/g, (_, name: keyof Things) => foreign[name])
    .replace(/\{(\w+)\}/g, (_, name: keyof Things) => things[name]);

type Whose = 'own' | 'neighbour' | 'elsewhere' | 'nothing';

function expectedFor(expected: Expected, whose: Whose, role: Role): string {
  const row = (text: string) => text.split(' ')[ROLES.indexOf(role)] ?? '';
  const own = row(expected.own);
  const scoped = role === 'MOC_HEAD' || role === 'MOC_STAFF' || role === 'PRINCIPAL';
  switch (whose) {
    case 'own':
      return own;
    case 'neighbour':
      return '404';
    case 'elsewhere':
      return expected.elsewhere ? row(expected.elsewhere) : scoped ? '404' : own;
    case 'nothing':
      return expected.nothing ? row(expected.nothing) : '404';
  }
}

const SUPPORTED =
  /\{(examination|part|workbook|profile|recommendation|template|programme|partnership|network|decision|project|document|event)\}/;
const OF_ONE_SCHOOL = /\{(card|school|examination|profile|recommendation|programme|partnership)\}/;

/** Whose things are tried; a query changes what a page shows, not who may open it. */
function visitsOf(page: string, { role, ofTown }: Person): Whose[] {
  const ofThing = /\{(campaign|card|school|list|version|draft|import)\}/.test(page) && !page.includes('?');
  const ofSupport = SUPPORTED.test(page);
  const elsewhere = ofThing && !page.includes('{version}');
  if (ofTown) return elsewhere || ofSupport ? ['elsewhere'] : [];
  return [
    'own',
    ...(role === 'PRINCIPAL' && !page.includes('?') && OF_ONE_SCHOOL.test(page) ? (['neighbour'] as const) : []),
    // the other city of the demonstration supports nobody
    ...(elsewhere ? (['elsewhere'] as const) : []),
    ...(ofThing || ofSupport ? (['nothing'] as const) : []),
  ];
}

/** Opens the page as that person and gives what is wrong with the answer, one line a fault. */
async function faultsOf(person: Person, path: string, expected: string, shared: boolean): Promise<string[]> {
  const { foreignIds, foreignNames } = shared ? person.otherCity : person;
  const at = (fault: string) => `${person.name} ${path}: ${fault}`;
  const response = await person.session.call('GET', path);
  const html = await response.text();
  const location = response.headers.get('location');
  const got = location === null ? String(response.status) : `→${location}`;
  if (got !== expected) return [at(`${got}, expected ${expected}`)];
  const faults = [];
  if (!/no-store|private/.test(response.headers.get('cache-control') ?? '')) faults.push(at('may be kept by a cache'));
  const asked = new Set(path.match(UUID));
  const seen = new Set(html.match(UUID));
  for (const id of seen) if (foreignIds.has(id) && !asked.has(id)) faults.push(at(`shows the foreign id ${id}`));
  const text = unescaped(html).replaceAll('\u00a0', ' ').replaceAll('\\"', '"');
  const names = foreignNames.filter((name) => text.includes(name));
  if (names.length > 0) faults.push(at(`names ${names.slice(0, 3).join(', ')}`));
  return faults;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

test('the table knows every page, and no page that is not there', () => {
  const shape = (path: string) => path.replace(/[[{]\w+[\]}]/g, '*').replace(/\?.*/, '');
  const known = new Set(Object.keys(PAGES).map(shape));
  const there = new Set(pageAddresses().map(shape));
  expect([...there].filter((page) => !known.has(page))).toEqual([]);
  expect([...known].filter((page) => !there.has(page) && !page.includes('/no-such-'))).toEqual([]);
});

describe('every page for every role', () => {
  test.for(Object.entries(PAGES))('%s', async ([page, expected]) => {
    const nothing = Object.fromEntries(Object.keys(city).map((name) => [name, NOTHING])) as Things;
    const faults = await Promise.all(
      people.map(async (person) => {
        const found: string[] = [];
        const visit = async (whose: Whose, things: Things, foreign: Things) => {
          const path = withThings(page, things, foreign);
          const answer = withThings(expectedFor(expected, whose, person.role), things, foreign);
          found.push(...(await faultsOf(person, path, answer, expected.shared === true)));
        };
        for (const whose of visitsOf(page, person)) {
          if (whose === 'own') await visit(whose, city, town);
          if (whose === 'neighbour') await visit(whose, neighbour, town);
          if (whose === 'elsewhere') await visit(whose, person.ofTown ? city : town, city);
          if (whose === 'nothing') await visit(whose, nothing, town);
        }
        return found;
      }),
    );
    expect(faults.flat()).toEqual([]);
  });

  test.for(Object.keys(PAGES))('%s without a session', async (page) => {
    const path = withThings(page, city, town);
    const response = await fetch(address + path, { redirect: 'manual' });
    if (PUBLIC.test(path)) {
      expect(response.status).toBe(OTHER_ANSWERS[path] ?? 200);
      const html = await response.text();
      // what a centre publishes has addresses that everybody may know
      if (path.startsWith('/centre/')) return;
      expect([...new Set(html.match(UUID))].filter((id) => !path.includes(id))).toEqual([]);
    } else {
      expect(response.status).toBe(307);
      const signIn = new URL(response.headers.get('location') ?? '', address);
      expect([signIn.pathname, decodeURI(signIn.searchParams.get('callbackUrl') ?? '')]).toEqual(['/sign-in', path]);
      expect([...new Set((await response.text()).match(UUID))].filter((id) => !path.includes(id))).toEqual([]);
    }
  });

  test('what is no id is not found, whatever it is', async () => {
    const texts = ['x', '1', '%00', '..%2F..%2Fetc%2Fpasswd', "1'%20OR%20'1'='1", 'a'.repeat(3000)];
    const pages = pageAddresses().filter((page) => page.includes('[') && !page.startsWith('/invitation'));
    const head = people.find(({ role }) => role === 'MOC_HEAD');
    const got = await Promise.all(
      pages.map(async (page) => {
        const statuses = [];
        for (const text of texts) {
          const response = await head?.session.call('GET', page.replace(/\[\w+\]/, text));
          await response?.text();
          statuses.push(response?.status);
        }
        return [page, ...statuses];
      }),
    );
    expect(got).toEqual(pages.map((page) => [page, ...texts.map(() => 404)]));
  });
});

test('opening all these pages changed nothing', async () => {
  expect(await contentOf(database)).toEqual(before);
});
