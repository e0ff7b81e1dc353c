import type { Answer } from '@/lib/domain/answers';

/** The ground of a verified answer, in its columns. */
interface Ground {
  reason: string;
  source: string;
  by: string;
  at: Date;
}

/** A verified answer with its ground in the columns of its row; null takes the verification off. */
export function verifiedColumns(verified: (Ground & { answer: Answer }) | null) {
  const answer = verified?.answer ?? null;
  const isList = Array.isArray(answer);
  return {
    verifiedValue: isList ? null : answer,
    verifiedSigns: isList ? answer : [],
    verifiedIsList: isList,
    verifiedAt: verified?.at ?? null,
    verifiedBy: verified?.by ?? null,
    verifiedReason: verified?.reason ?? null,
    verifiedSource: verified?.source ?? null,
  };
}
