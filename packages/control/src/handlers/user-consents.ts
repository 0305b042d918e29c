import type { Handlers } from '@signet/http';
import type { ConsentAdministration } from '../ports/index.ts';

/** Which apps the owners of accounts let in. */
export function userConsents(
  consents: ConsentAdministration,
): Handlers<'listUserConsents' | 'withdrawUserConsent'> {
  return {
    listUserConsents: ({ parameters }) => consents.list(parameters.account),
    withdrawUserConsent: ({ parameters }) => consents.withdraw(parameters.account, parameters.client),
  };
}
