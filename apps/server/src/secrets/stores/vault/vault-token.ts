import { readSecretFile } from '../../secret-file.ts';
import { record } from '../record.ts';
import { StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';
import type { VaultLine } from './vault-line.ts';

/** The token that opens Vault; one that a login gave is kept until two thirds of its time have passed. */
export interface VaultToken {
  /** @throws StoreFault, SignetError `secret_unreadable` */
  get(): Promise<string>;
  /** After it was refused: whether another can be had. */
  forget(): boolean;
}

interface Login {
  readonly path: string;
  readonly body: () => Promise<object>;
}

export function createVaultToken(line: VaultLine, parts: StoreParts): VaultToken {
  const login = loginOf(parts);
  const now = parts.host?.now ?? Date.now;
  let held: { readonly token: string; readonly until: number } | undefined;
  if (login === undefined) return { get: () => givenToken(parts), forget: () => false };
  return {
    async get() {
      if (held !== undefined && now() < held.until) return held.token;
      const { token, seconds } = await signIn(line, login);
      // A lease of 0 has no end.
      held = { token, until: seconds === 0 ? Number.POSITIVE_INFINITY : now() + seconds * 667 };
      return token;
    },
    forget() {
      held = undefined;
      return true;
    },
  };
}

/** Read each time, since an agent may put another into the file. */
async function givenToken({ configuration, places, local }: StoreParts): Promise<string> {
  const { token } = configuration.vault;
  if (token !== undefined) return fitForHeader(await local(token));
  const given = places.variable('VAULT_TOKEN');
  if (given !== undefined && given !== '') return fitForHeader(given);
  throw new StoreFault('no token: say `secrets.vault.token`, `appRole` or `kubernetes`, or VAULT_TOKEN');
}

function loginOf({ configuration, places, local }: StoreParts): Login | undefined {
  const { appRole, kubernetes } = configuration.vault;
  if (appRole !== undefined) {
    const { mount, roleId, secretId } = appRole;
    return { path: mount, body: async () => ({ role_id: roleId, secret_id: await local(secretId) }) };
  }
  if (kubernetes === undefined) return undefined;
  const { mount, role, tokenFile } = kubernetes;
  // Kubernetes decides who may read the token that it puts there.
  const jwt = () => readSecretFile(tokenFile, places.folder, { exposed: 'taken' }).trim();
  return { path: mount, body: async () => ({ role, jwt: jwt() }) };
}

async function signIn(
  { root, headers, ask }: VaultLine,
  { path, body }: Login,
): Promise<{ token: string; seconds: number }> {
  const { status, body: answered } = await ask({
    url: `${root}/auth/${path}/login`,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(await body()),
  });
  if (status !== 200) throw new StoreFault(`status ${status} at the login`);
  const { client_token: token, lease_duration: seconds } = record(record(answered)['auth']);
  if (typeof token !== 'string' || typeof seconds !== 'number')
    throw new StoreFault('a login without a token');
  return { token: fitForHeader(token), seconds };
}

function fitForHeader(token: string): string {
  if (/^[\x21-\x7e]{1,4096}$/.test(token)) return token;
  throw new StoreFault('a token that no header can carry');
}
