import type { FormState } from '@/lib/domain/form-state';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

/** The server actions of a card's page; each form names the card and, where it is about one, the criterion. */
export interface ReviewActions {
  verify: Send;
  clearVerification: Send;
  comment: Send;
  accept: Send;
  giveBack: Send;
  reopen: Send;
  dispute: Send;
  decide: Send;
}
