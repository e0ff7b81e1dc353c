/** WHO MAY DO WHAT: one table, action × role × condition. The second barrier is PostgreSQL's row-level security. */
import type { Failure } from '../domain/failure';
import type { Role, Viewer } from './viewer';

/**
 * How far the right reaches: the own account, school, municipality, region with its municipalities, what belongs to the
 * region itself and to no municipality, or the whole installation.
 */
type Reach = 'own account' | 'own school' | 'own municipality' | 'own region' | 'region itself' | 'everywhere';
type Rights = Partial<Record<Role, Reach>>;

const EVERYBODY: Rights = {
  ADMIN: 'own account',
  REGION_COORDINATOR: 'own account',
  MOC_HEAD: 'own account',
  MOC_STAFF: 'own account',
  PRINCIPAL: 'own account',
};
const CENTRE: Rights = { MOC_HEAD: 'own municipality', MOC_STAFF: 'own municipality' };
const HEAD: Rights = { MOC_HEAD: 'own municipality' };
const CENTRE_AND_REGION: Rights = { ...CENTRE, REGION_COORDINATOR: 'own region' };
const SCHOOL_AND_ABOVE: Rights = { ...CENTRE_AND_REGION, PRINCIPAL: 'own school' };

export const policy = {
  // accounts
  'profile.change': EVERYBODY,
  'token.manage': EVERYBODY,
  'account.read': { ADMIN: 'everywhere', MOC_HEAD: 'own municipality' },
  'account.invite': { ADMIN: 'everywhere', MOC_HEAD: 'own municipality' },
  'centre-page.change': HEAD,
  'account.deactivate': { ADMIN: 'everywhere', MOC_HEAD: 'own municipality' },
  // letters carry invitation links, so МОЦ staff do not read the outbox
  'outbox.read': { ADMIN: 'everywhere', MOC_HEAD: 'own municipality' },
  'outbox.manage': { ADMIN: 'everywhere', MOC_HEAD: 'own municipality' },
  // instruments
  'instrument.read': { ...CENTRE_AND_REGION, ADMIN: 'everywhere' },
  'instrument.edit': { MOC_HEAD: 'own municipality', REGION_COORDINATOR: 'region itself' },
  'instrument.publish': { MOC_HEAD: 'own municipality', REGION_COORDINATOR: 'region itself' },
  'instrument.report': CENTRE_AND_REGION,
  // campaigns
  'campaign.read': { ...CENTRE_AND_REGION, PRINCIPAL: 'own municipality', ADMIN: 'everywhere' },
  'campaign.board': CENTRE_AND_REGION,
  'campaign.open': HEAD,
  'campaign.change': HEAD,
  'campaign.close': HEAD,
  'campaign.remind': CENTRE,
  // cards
  'card.read': SCHOOL_AND_ABOVE,
  'card.answer': { PRINCIPAL: 'own school' },
  'card.submit': { PRINCIPAL: 'own school' },
  'card.attach': { PRINCIPAL: 'own school' },
  'card.comment': { ...CENTRE, PRINCIPAL: 'own school' },
  'card.dispute': { PRINCIPAL: 'own school' },
  'card.accept': CENTRE,
  'card.return': CENTRE,
  'card.verify': CENTRE,
  'card.decideDispute': CENTRE,
  'card.reopen': HEAD,
  'card.extend': HEAD,
  // lists
  'dashboard.read': CENTRE_AND_REGION,
  'report.make': CENTRE_AND_REGION,
  'report.template': HEAD,
  'ranking.read': CENTRE_AND_REGION,
  'list.whatIf': CENTRE_AND_REGION,
  'list.confirm': HEAD,
  'rule.change': HEAD,
  // schools and territory
  'school.read': { ...SCHOOL_AND_ABOVE, ADMIN: 'everywhere' },
  'school.results': SCHOOL_AND_ABOVE,
  'school.compare': CENTRE_AND_REGION,
  'school.edit': { MOC_HEAD: 'own municipality', ADMIN: 'everywhere' },
  'territory.edit': { ADMIN: 'everywhere' },
  'municipality.read': { ...SCHOOL_AND_ABOVE, PRINCIPAL: 'own municipality', ADMIN: 'everywhere' },
  'overview.read': CENTRE_AND_REGION,
  // data: a principal brings in and sees what concerns the own school alone
  'import.read': SCHOOL_AND_ABOVE,
  'import.create': SCHOOL_AND_ABOVE,
  'import.apply': SCHOOL_AND_ABOVE,
  'import.undo': SCHOOL_AND_ABOVE,
  'evidence.read': SCHOOL_AND_ABOVE,
  'method.read': { ...SCHOOL_AND_ABOVE, PRINCIPAL: 'own municipality' },
  'method.change': { MOC_HEAD: 'own municipality', REGION_COORDINATOR: 'region itself' },
  // objectivity
  'objectivity.map': CENTRE_AND_REGION,
  'objectivity.read': SCHOOL_AND_ABOVE,
  'objectivity.recheck': CENTRE,
  'objectivity.secondResult': CENTRE,
  'objectivity.explain': { PRINCIPAL: 'own school' },
  'objectivity.decide': HEAD,
  // two rules, social conditions
  'federalRule.read': CENTRE_AND_REGION,
  'socialConditions.read': CENTRE_AND_REGION,
  // causes of failure
  'matrix.read': SCHOOL_AND_ABOVE,
  'matrix.fill': { PRINCIPAL: 'own school' },
  'matrix.report': CENTRE_AND_REGION,
  'matrix.open': HEAD,
  'matrix.close': HEAD,
  'matrix.return': CENTRE,
  'matrix.remind': CENTRE,
  'matrix.dictionary': HEAD,
  // support: staff work for the schools that they lead (lib/portal/support/supported-school.ts), СОИРО reads
  'support.read': SCHOOL_AND_ABOVE,
  'support.overview': CENTRE_AND_REGION,
  'support.attach': { ...CENTRE, PRINCIPAL: 'own school' },
  // the case of a school
  'case.open': HEAD,
  'case.change': CENTRE,
  'case.close': HEAD,
  'curator.assign': HEAD,
  'conflict.declare': CENTRE,
  'watch.change': CENTRE_AND_REGION,
  'caseStudy.write': CENTRE,
  'caseStudy.publish': HEAD,
  // comprehensive examination
  'examination.change': CENTRE,
  'examination.fill': { PRINCIPAL: 'own school' },
  'examination.reopen': HEAD,
  'workbook.change': HEAD,
  // risk profile
  'risk.change': CENTRE,
  'risk.answer': { PRINCIPAL: 'own school' },
  'risk.dictionary': HEAD,
  // targeted recommendations
  'recommendation.draft': CENTRE,
  'recommendation.issue': HEAD,
  'recommendation.answer': { ...CENTRE, PRINCIPAL: 'own school' },
  'recommendation.check': CENTRE,
  'recommendation.template': CENTRE,
  // management decisions
  'decision.read': SCHOOL_AND_ABOVE,
  'decision.change': HEAD,
  'decision.control': CENTRE,
  // programme of transition
  'programme.change': { PRINCIPAL: 'own school' },
  'programme.submit': { PRINCIPAL: 'own school' },
  'programme.begin': { ...CENTRE, PRINCIPAL: 'own school' },
  'programme.return': CENTRE,
  'programme.approve': HEAD,
  'programme.finish': HEAD,
  'programme.report': { PRINCIPAL: 'own school' },
  'programme.assess': CENTRE,
  'programme.template': CENTRE,
  // partners and networks
  'partnership.read': SCHOOL_AND_ABOVE,
  'partnership.change': CENTRE,
  'partnership.agree': HEAD,
  'network.read': { ...SCHOOL_AND_ABOVE, PRINCIPAL: 'own municipality' },
  'network.change': CENTRE,
  // development of teachers
  'mentoring.change': CENTRE,
  'development.read': SCHOOL_AND_ABOVE,
  'deficit.change': { ...CENTRE, PRINCIPAL: 'own school' },
  'course.read': { ...SCHOOL_AND_ABOVE, PRINCIPAL: 'own region' },
  'course.change': { REGION_COORDINATOR: 'own region' },
  'course.enrol': { ...CENTRE, PRINCIPAL: 'own school' },
  'routes.change': { PRINCIPAL: 'own school' },
  'psychology.change': CENTRE,
  // projects and experience
  'project.read': { ...SCHOOL_AND_ABOVE, PRINCIPAL: 'own municipality' },
  'project.change': CENTRE,
  'experience.write': { ...CENTRE, PRINCIPAL: 'own school' },
  'experience.publish': CENTRE,
  // events: of a centre, or of the region for all its municipalities
  'event.read': { ...CENTRE_AND_REGION, PRINCIPAL: 'own municipality' },
  'event.plan': CENTRE_AND_REGION,
  'event.change': CENTRE,
  'event.changeRegional': { REGION_COORDINATOR: 'region itself' },
  // at its own events СОИРО does what МОЦ does at those of the city
  'event.signUp': { ...CENTRE, PRINCIPAL: 'own school' },
  'event.attendance': CENTRE,
  'event.report': CENTRE_AND_REGION,
  'event.feedback': { PRINCIPAL: 'own school' },
  // aims and indicators: schools do not see them
  'aims.read': CENTRE_AND_REGION,
  'aims.change': CENTRE,
  // library: a school reads what its centre and the region show to schools (audience: row-level security)
  'document.read': { ...CENTRE_AND_REGION, PRINCIPAL: 'own municipality' },
  'document.add': CENTRE_AND_REGION,
  'document.change': CENTRE,
  'document.link': CENTRE,
  'document.changeRegional': { REGION_COORDINATOR: 'region itself' },
} satisfies Record<string, Rights>;

export type Action = keyof typeof policy;

/** Where the thing stands that the action is about; nothing given: only the role is asked. */
export interface Target {
  accountId?: string | null;
  schoolId?: string | null;
  municipalityId?: string | null;
  regionId?: string | null;
}

/** Whether the target lies in what the viewer may see at all. */
function inSight(viewer: Viewer, target: Target): boolean {
  if (viewer.role === 'ADMIN') return true;
  if (target.accountId && target.accountId === viewer.accountId) return true;
  if (target.schoolId && viewer.role === 'PRINCIPAL') return target.schoolId === viewer.schoolId;
  if (target.municipalityId) {
    return viewer.municipalityIds.includes(target.municipalityId) || target.municipalityId === viewer.municipalityId;
  }
  if (target.regionId) return target.regionId === viewer.regionId;
  return target.accountId === undefined || target.accountId === null;
}

function reaches(reach: Reach, viewer: Viewer, target: Target): boolean {
  switch (reach) {
    case 'everywhere':
      return true;
    case 'own account':
      return !target.accountId || target.accountId === viewer.accountId;
    case 'own school':
      return !target.schoolId || target.schoolId === viewer.schoolId;
    case 'own municipality':
      return target.municipalityId ? target.municipalityId === viewer.municipalityId : !target.regionId;
    case 'own region':
      return target.municipalityId
        ? viewer.municipalityIds.includes(target.municipalityId)
        : !target.regionId || target.regionId === viewer.regionId;
    case 'region itself':
      return !target.municipalityId && (!target.regionId || target.regionId === viewer.regionId);
  }
}

/** Whether the viewer may do it to this target: the role has the right and the target lies within its reach. */
export function may(viewer: Viewer, action: Action, target: Target = {}): boolean {
  const reach = (policy[action] as Rights)[viewer.role];
  return reach !== undefined && inSight(viewer, target) && reaches(reach, viewer, target);
}

/**
 * null when the viewer may; NOT_FOUND when the target lies outside the viewer's sight (no hint that it exists);
 * FORBIDDEN when it is in sight but the role may not do this.
 */
export function refusal(viewer: Viewer, action: Action, target: Target = {}): Failure | null {
  if (may(viewer, action, target)) return null;
  return inSight(viewer, target)
    ? { code: 'FORBIDDEN', detail: 'Ваша роль не позволяет выполнить это действие. Обратитесь к руководителю МОЦ.' }
    : { code: 'NOT_FOUND', detail: 'Не найдено. Проверьте адрес или вернитесь к списку.' };
}
