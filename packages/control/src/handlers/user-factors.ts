import type { Handlers } from '@signet/http';
import type { FactorAdministration } from '../ports/index.ts';

/** Second factors of accounts. */
export function userFactors(factors: FactorAdministration): Handlers<'showUserFactors' | 'resetUserFactors'> {
  return {
    showUserFactors: ({ parameters }) => factors.list(parameters.account),
    resetUserFactors: ({ parameters }) => factors.reset(parameters.account),
  };
}
