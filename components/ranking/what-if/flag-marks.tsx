'use client';

import { LogIn, LogOut, Sparkle, Stamp } from 'lucide-react';
import { FirmnessStatus } from '@/components/ranking/firmness-status';
import { Status } from '@/components/ui/status';
import { firmnessWords } from '@/lib/domain/firmness';
import { useWhatIf } from './what-if-context';

/** «предложена», «в списке», and while a rule is tried «войдёт», «выйдет». */
export function ListMark({ code, confirmed }: { code: string; confirmed: boolean }) {
  const { proposed, result, trying } = useWhatIf();
  const entering = trying && result?.entering.includes(code);
  const leaving = trying && result?.leaving.includes(code);
  const marks = [
    confirmed ? (
      <Status key="confirmed" tone="success" icon={Stamp} look="line">
        в списке
      </Status>
    ) : null,
    proposed.has(code) && !entering ? (
      <Status key="proposed" tone="accent" icon={Sparkle} look="line" className="font-normal">
        предложена
      </Status>
    ) : null,
    entering ? (
      <Status key="entering" tone="warning" icon={LogIn} look="line">
        войдёт
      </Status>
    ) : null,
    leaving ? (
      <Status key="leaving" tone="success" icon={LogOut} look="line">
        выйдет
      </Status>
    ) : null,
  ].filter(Boolean);
  return marks.length > 0 ? <span className="flex flex-col items-start gap-0.5">{marks}</span> : null;
}

/** How firm the flag of a school is under the rule that is shown; a firm «not proposed» needs no mark. */
export function FirmnessMark({ code }: { code: string }) {
  const { firmness, rule } = useWhatIf();
  const flag = firmness.get(code);
  if (!flag || !rule || (flag.firmness === 'FIRM' && !flag.proposed)) return null;
  return <FirmnessStatus firmness={flag.firmness} why={firmnessWords(flag, rule)} />;
}
