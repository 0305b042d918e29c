import type { FillRandom } from '@signet/contracts';
import { type Identity, newOneTimePassword } from '@signet/identity';

/** A password that was just made. It is printed once and stored only as a hash. */
export interface NewCredential {
  readonly username: string;
  readonly password: string;
  /** The first sign-in must replace it. */
  readonly oneTime: boolean;
}

/**
 * Gives a Signet without accounts its first ones: the demo user where the configuration has the demo, and an
 * administrator. The administrator comes last and is looked for by role, so that a start that was broken off in
 * between is completed by the next.
 */
export async function seedAccounts(
  accounts: Identity['accounts'],
  options: { readonly demo: boolean; readonly random: FillRandom },
): Promise<readonly NewCredential[]> {
  if (await accounts.hasAny({ role: 'admin' })) return [];
  const demo =
    options.demo && !(await accounts.hasAny()) ? [await addDemoUser(accounts, options.random)] : [];
  const { oneTimePassword } = await accounts.add({ username: 'admin', roles: ['admin'], scopes: [] });
  if (oneTimePassword === undefined)
    throw new Error('The identity provider made no password for the administrator.');
  return [{ username: 'admin', password: oneTimePassword, oneTime: true }, ...demo];
}

async function addDemoUser(accounts: Identity['accounts'], random: FillRandom): Promise<NewCredential> {
  const credential = { username: 'demo', password: newOneTimePassword(random), oneTime: false };
  const { username, password } = credential;
  await accounts.add({ username, password, roles: [], scopes: ['demo:read'] });
  return credential;
}
