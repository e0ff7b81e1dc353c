import { describe, expect, it } from 'vitest';
import { type Action, may, policy, refusal } from '@/lib/access/policy';
import type { Role, Viewer } from '@/lib/access/viewer';

const OWN = { regionId: 'region', municipalityId: 'own-city', schoolId: 'own-school' };

function viewer(role: Role): Viewer {
  const scope = {
    ADMIN: { regionId: null, municipalityId: null, schoolId: null, municipalityIds: [] },
    REGION_COORDINATOR: {
      regionId: OWN.regionId,
      municipalityId: null,
      schoolId: null,
      municipalityIds: ['own-city', 'next-city'],
    },
    MOC_HEAD: {
      regionId: OWN.regionId,
      municipalityId: OWN.municipalityId,
      schoolId: null,
      municipalityIds: ['own-city'],
    },
    MOC_STAFF: {
      regionId: OWN.regionId,
      municipalityId: OWN.municipalityId,
      schoolId: null,
      municipalityIds: ['own-city'],
    },
    PRINCIPAL: { ...OWN, municipalityIds: [] },
  }[role];
  return { accountId: 'me', email: 'me@school.ru', name: 'Я', role, preferences: {}, ...scope };
}

const ROLES: Role[] = ['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL'];
const ACTIONS = Object.keys(policy) as Action[];

describe('policy', () => {
  it('lets only the own principal answer, submit, attach and dispute', () => {
    for (const action of ['card.answer', 'card.submit', 'card.attach', 'card.dispute'] as const) {
      const target = { schoolId: 'own-school', municipalityId: 'own-city' };
      expect(ROLES.filter((role) => may(viewer(role), action, target))).toEqual(['PRINCIPAL']);
    }
  });

  it('lets only the head of the centre decide', () => {
    for (const action of ['campaign.open', 'campaign.close', 'list.confirm', 'rule.change', 'card.reopen'] as const) {
      expect(ROLES.filter((role) => may(viewer(role), action, { municipalityId: 'own-city' }))).toEqual(['MOC_HEAD']);
    }
  });

  it('gives an administrator no educational decision and no results', () => {
    const educational = ACTIONS.filter((action) => /^(card|ranking|list|rule|overview)\./.test(action));
    expect(educational.length).toBeGreaterThan(15);
    expect(educational.filter((action) => may(viewer('ADMIN'), action, { municipalityId: 'own-city' }))).toEqual([]);
  });

  it('never shows a ranking or another school to a principal', () => {
    const principal = viewer('PRINCIPAL');
    expect(may(principal, 'ranking.read', { municipalityId: 'own-city' })).toBe(false);
    expect(refusal(principal, 'card.read', { schoolId: 'other-school', municipalityId: 'own-city' })?.code).toBe(
      'NOT_FOUND',
    );
  });

  it('hides what lies in another city: not found, never forbidden', () => {
    for (const role of ['MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL'] as const) {
      for (const action of ACTIONS) {
        const refused = refusal(viewer(role), action, { municipalityId: 'far-city', schoolId: 'far-school' });
        expect(refused?.code, `${role} ${action}`).toBe('NOT_FOUND');
      }
    }
  });

  it('lets the region read its cities and decide nothing in them', () => {
    const coordinator = viewer('REGION_COORDINATOR');
    expect(may(coordinator, 'ranking.read', { municipalityId: 'next-city' })).toBe(true);
    expect(refusal(coordinator, 'card.accept', { municipalityId: 'next-city' })?.code).toBe('FORBIDDEN');
    expect(refusal(coordinator, 'ranking.read', { municipalityId: 'far-city' })?.code).toBe('NOT_FOUND');
  });
});
