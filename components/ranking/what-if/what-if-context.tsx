'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type FlagFirmness, firmnessOf, type JudgedSchool } from '@/lib/domain/firmness';
import { type IdentificationRule, propose, rankingOrder } from '@/lib/domain/identification';
import { type WhatIf, whatIf } from '@/lib/domain/what-if';
import { type PackedSchools, unpackSchools } from './packed-schools';
import { sameRule, shownValue } from './tried-rule';

export interface WhatIfState {
  /** with an accepted card, in the order of the ranking */
  schools: readonly JudgedSchool[];
  campaignRule: IdentificationRule | null;
  /** the rule tried, else the campaign's */
  rule: IdentificationRule | null;
  /** another rule than the campaign's is tried */
  trying: boolean;
  tryRule: (rule: IdentificationRule | null) => void;
  /** null without any rule */
  result: WhatIf | null;
  proposed: ReadonlySet<string>;
  firmness: ReadonlyMap<string, FlagFirmness>;
}

const WhatIfContext = createContext<WhatIfState | null>(null);

export function useWhatIf(): WhatIfState {
  const state = useContext(WhatIfContext);
  if (!state) throw new Error('useWhatIf stands outside <WhatIfProvider>');
  return state;
}

export interface WhatIfProviderProps {
  packed: PackedSchools;
  campaignRule: IdentificationRule | null;
  /** the rule that the address tries */
  initialRule: IdentificationRule | null;
  children: ReactNode;
}

/** Reckons in the browser what another rule would propose; the address keeps the rule, no request is made. */
export function WhatIfProvider({ packed, campaignRule, initialRule, children }: WhatIfProviderProps) {
  const [tried, tryRule] = useState(initialRule);
  const schools = useMemo(() => rankingOrder(unpackSchools(packed)), [packed]);
  const rule = tried ?? campaignRule;
  const trying = tried !== null && !sameRule(tried, campaignRule);
  const state = useMemo<WhatIfState>(
    () => ({
      schools,
      campaignRule,
      rule,
      trying,
      tryRule,
      result: rule && whatIf(campaignRule, rule, schools),
      proposed: rule ? propose(rule, schools) : new Set(),
      firmness: rule ? firmnessOf(rule, schools) : new Map(),
    }),
    [schools, campaignRule, rule, trying],
  );
  useKeptInAddress(trying ? rule : null);
  return <WhatIfContext value={state}>{children}</WhatIfContext>;
}

/** Writes the rule into the address a moment after it stands still. */
function useKeptInAddress(rule: IdentificationRule | null): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = new URL(window.location.href);
      if (rule) {
        address.searchParams.set('rule', rule.kind);
        address.searchParams.set('value', shownValue(rule));
      } else {
        address.searchParams.delete('rule');
        address.searchParams.delete('value');
      }
      if (address.href !== window.location.href) window.history.replaceState(null, '', address);
    }, 250);
    return () => clearTimeout(timer);
  });
}
