'use client';

import { LogIn, LogOut, type LucideIcon, ShieldQuestionMark } from 'lucide-react';
import { LiveRegion } from '@/components/ui/live-region';
import { type Tone, toneText } from '@/components/ui/tone';
import { ruleWords } from '@/lib/domain/identification';
import { countOf, formatPercent, plural, typeset } from '@/lib/domain/russian';
import { useWhatIf } from './what-if-context';

/** How many schools the rule proposes, who would enter and leave, who is borderline. */
export function WhatIfResult({ schoolCount }: { schoolCount: number }) {
  const { result, rule } = useWhatIf();
  if (!result || !rule) {
    return <p className="text-muted">Укажите порог, и здесь будет видно, какие школы предлагает правило.</p>;
  }
  const count = result.proposed.length;
  const sentence = `Правило предлагает ${countOf(count, 'школу', 'школы', 'школ')}, ${formatPercent(count / schoolCount)} из ${schoolCount}`;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-semibold tracking-tight tabular-nums">{count}</span>
        <span>
          {plural(count, 'школа', 'школы', 'школ')}, {formatPercent(count / schoolCount)} из {schoolCount}
          <span className="block text-sm text-muted">{ruleWords(rule)}</span>
        </span>
      </p>
      <LiveRegion
        text={`${sentence}. Войдут: ${result.entering.length}, выйдут: ${result.leaving.length}, пограничных: ${result.borderline.length}.`}
      />
      <dl className="mt-4 space-y-3">
        <Schools title="Войдут" icon={LogIn} tone="warning" codes={result.entering} />
        <Schools title="Выйдут" icon={LogOut} tone="success" codes={result.leaving} />
        <Schools title="Пограничные" icon={ShieldQuestionMark} tone="neutral" codes={result.borderline} />
      </dl>
      {result.tied.length > 0 ? (
        <p className="mt-3 text-sm text-muted">
          У нескольких школ на границе равные суммы, поэтому предложено больше, чем {rule.value}.
        </p>
      ) : null}
    </div>
  );
}

interface SchoolsProps {
  title: string;
  icon: LucideIcon;
  tone: Tone;
  codes: readonly string[];
}

function Schools({ title, icon: Icon, tone, codes }: SchoolsProps) {
  const { schools } = useWhatIf();
  const names = new Map(schools.map((school) => [school.schoolCode, school.name]));
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 text-sm">
      <dt className={`flex items-start gap-1.5 font-medium ${toneText[tone]}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {title}: {codes.length}
      </dt>
      <dd className="min-w-0">
        {codes.length === 0 ? (
          <span className="text-muted">никто</span>
        ) : (
          codes.map((code, at) => (
            <span key={code}>
              {at > 0 ? ', ' : null}
              <a href={`#school-${code}`} className="link-quiet">
                {typeset(names.get(code) ?? code)}
              </a>
            </span>
          ))
        )}
      </dd>
    </div>
  );
}
