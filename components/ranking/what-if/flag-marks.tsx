'use client';

import { LogIn, LogOut } from 'lucide-react';
import { FirmnessStatus } from '@/components/ranking/firmness-status';
import { FlagStatus } from '@/components/ranking/flag-status';
import { Status } from '@/components/ui/status';
import { firmnessWords } from '@/lib/domain/firmness';
import { useWhatIf } from './what-if-context';

/** «предложена», «в списке», and while a rule is tried «войдёт», «выйдет». */
export function ListMark({ code, confirmed }: { code: string; confirmed: boolean }) {
  const { proposed, result, trying } = useWhatIf();
  const entering = trying && result?.entering.includes(code);
  const leaving = trying && result?.leaving.includes(code);
  if (!entering && !leaving) return <FlagStatus proposed={proposed.has(code)} confirmed={confirmed} />;
  return (
    <span className="flex flex-wrap gap-x-3">
      {entering ? (
        <Status tone="warning" icon={LogIn} look="line">
          войдёт
        </Status>
      ) : (
        <Status tone="success" icon={LogOut} look="line">
          выйдет
        </Status>
      )}
      {confirmed ? <FlagStatus proposed confirmed /> : null}
    </span>
  );
}

/** How firm the flag of a school is under the rule that is shown; a firm «not proposed» needs no mark. */
export function FirmnessMark({ code }: { code: string }) {
  const { firmness, rule } = useWhatIf();
  const flag = firmness.get(code);
  if (!flag || !rule || (flag.firmness === 'FIRM' && !flag.proposed)) return null;
  return <FirmnessStatus firmness={flag.firmness} why={firmnessWords(flag, rule)} />;
}
