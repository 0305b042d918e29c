import { isLoopback } from '@signet/token/keys';
import { readSecretFile } from '../../secret-file.ts';
import type { AskStore, StoreAnswer, StoreQuestion } from '../ask-store.ts';
import { record } from '../record.ts';
import { documentedCode, StoreFault } from '../store-fault.ts';
import type { StoreParts } from '../store-parts.ts';

/** The token that opens the vault, kept until five minutes before its end. */
export interface AzureToken {
  /** @throws StoreFault, SignetError `secret_unreadable` */
  get(): Promise<string>;
  /** After it was refused. */
  forget(): void;
}

const publicCloud = 'https://login.microsoftonline.com';
/** Where a virtual machine learns who it is. */
const machine = 'http://169.254.169.254/metadata/identity/oauth2/token';
const margin = 5 * 60_000;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export function createAzureToken(parts: StoreParts, ask: AskStore, resource: string): AzureToken {
  const now = parts.host?.now ?? Date.now;
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    async get() {
      if (held !== undefined && now() < held.until) return held.token;
      const { token, seconds } = tokenOf(await ask(await questionOf(parts, resource)));
      held = { token, until: now() + seconds * 1000 - margin };
      return token;
    },
    forget() {
      held = undefined;
    },
  };
}

/** As an app by its secret, as a workload by the token of its service account, or as the machine that this is. */
async function questionOf(parts: StoreParts, resource: string): Promise<StoreQuestion> {
  const { configuration, places, local } = parts;
  const { clientSecret } = configuration.azure;
  const { variable, folder } = places;
  if (clientSecret !== undefined) return asApp(parts, resource, { client_secret: await local(clientSecret) });
  const file = variable('AZURE_FEDERATED_TOKEN_FILE');
  if (file !== undefined) {
    const client_assertion = readSecretFile(file, folder, { exposed: 'taken' }).trim();
    return asApp(parts, resource, { client_assertion, client_assertion_type: assertionType });
  }
  const given = variable('AZURE_CLIENT_SECRET');
  if (given !== undefined && given !== '') return asApp(parts, resource, { client_secret: given });
  return asMachine(parts, resource);
}

function asApp(
  { configuration, places: { variable } }: StoreParts,
  resource: string,
  proof: Readonly<Record<string, string>>,
): StoreQuestion {
  const { azure } = configuration;
  const tenant = azure.tenant ?? variable('AZURE_TENANT_ID');
  const clientId = azure.clientId ?? variable('AZURE_CLIENT_ID');
  if (tenant === undefined || !/^[A-Za-z0-9.-]{1,255}$/.test(tenant) || clientId === undefined) {
    throw new StoreFault('no `tenant` and `clientId` beside what proves them');
  }
  const authority = azure.authority ?? variable('AZURE_AUTHORITY_HOST') ?? publicCloud;
  const scope = `${resource}/.default`;
  const form = { grant_type: 'client_credentials', client_id: clientId, scope, ...proof };
  return {
    url: `${authority.replace(/\/+$/, '')}/${tenant}/oauth2/v2.0/token`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
}

function asMachine({ configuration, places: { variable } }: StoreParts, resource: string): StoreQuestion {
  const clientId = configuration.azure.clientId ?? variable('AZURE_CLIENT_ID');
  const query = new URLSearchParams({ resource, ...(clientId === undefined ? {} : { client_id: clientId }) });
  const endpoint = variable('IDENTITY_ENDPOINT');
  const header = variable('IDENTITY_HEADER');
  if (endpoint === undefined || header === undefined) {
    query.set('api-version', '2018-02-01');
    return { url: `${machine}?${query}`, method: 'GET', headers: { metadata: 'true' }, metadata: true };
  }
  const url = URL.parse(endpoint);
  if (url === null || !(isLoopback(url) || url.hostname.startsWith('169.254.'))) {
    throw new StoreFault('an address for identities that is none of this machine');
  }
  query.set('api-version', '2019-08-01');
  url.search = query.toString();
  return { url: url.href, method: 'GET', headers: { 'x-identity-header': header }, metadata: true };
}

/** Entra answers with a number, a machine with its digits; App Service says the time of the end alone. */
function tokenOf({ status, body }: StoreAnswer): { token: string; seconds: number } {
  const { access_token: token, expires_in: lifetime, error } = record(body);
  if (status !== 200) throw new StoreFault(`${documentedCode(error) ?? `status ${status}`} at the sign-in`);
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,65536}$/.test(token)) {
    throw new StoreFault('a sign-in without a token');
  }
  const seconds = Number(lifetime ?? 600);
  return { token, seconds: Number.isFinite(seconds) ? seconds : 600 };
}
