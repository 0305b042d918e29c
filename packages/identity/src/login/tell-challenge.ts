import { refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import type { Challenge } from './challenge.ts';

/** How `POST /auth/login` asks: it refuses, and says which member of the body it wants beside the others. */
export function tellChallenge({ asks }: Challenge): Denied {
  return refusals[asks];
}

const refusals: { readonly [Asks in Challenge['asks']]: Denied } = {
  new_password: denied(refusal('password_change_required')),
  second_factor: denied(refusal('second_factor_required')),
};
