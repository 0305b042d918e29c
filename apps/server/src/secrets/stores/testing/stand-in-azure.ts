import { openStandIn, type Received, type StandIn } from './stand-in.ts';

export const app = { tenant: 'tenant.example', clientId: 'signet', secret: 'secret-of-the-app' } as const;

export interface StandInAzure extends StandIn {
  /** Answers to be given before any other, once each. */
  readonly first: { readonly status: number; readonly headers?: Record<string, string> }[];
  /** Tokens that the vault takes; each sign-in adds one. */
  readonly tokens: Set<string>;
}

const scope = 'https://vault.azure.net/.default';
const machinePath = '/metadata/identity/oauth2/token';

/** Speaks as Entra's token endpoint, the identity of a machine and Key Vault do, all at one address. */
export async function openStandInAzure(secrets: Readonly<Record<string, object>>): Promise<StandInAzure> {
  const first: StandInAzure['first'] = [];
  const tokens = new Set<string>();
  const give = (seconds: number | string) => {
    const access_token = `token-${tokens.size}`;
    tokens.add(access_token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: seconds, access_token } };
  };

  function signIn({ method, body }: Received) {
    const form = Object.fromEntries(new URLSearchParams(body));
    const proven =
      form['client_secret'] === app.secret || form['client_assertion'] === 'token-of-the-service-account';
    const asked = method === 'POST' && form['grant_type'] === 'client_credentials' && form['scope'] === scope;
    if (!asked) return { status: 400, body: { error: 'invalid_request' } };
    if (proven && form['client_id'] === app.clientId) return give(3599);
    return { status: 401, body: { error: 'invalid_client', error_description: 'the-secret-of-nobody' } };
  }

  function read(url: URL, { headers }: Received) {
    const [, bearer] = /^Bearer (\S+)$/.exec(String(headers.authorization)) ?? [];
    if (bearer === undefined || !tokens.has(bearer)) {
      const challenge = 'Bearer authorization="https://login.evil.example", resource="https://evil.example"';
      return { status: 401, headers: { 'www-authenticate': challenge } };
    }
    if (url.searchParams.get('api-version') !== '7.4') return { status: 400 };
    const found = secrets[url.pathname.slice('/secrets/'.length)];
    const missing = { error: { code: 'SecretNotFound', message: 'the-secret-of-nobody' } };
    return found === undefined
      ? { status: 404, body: missing }
      : { status: 200, body: { id: 'x', ...found } };
  }

  const standIn = await openStandIn((request) => {
    const early = first.shift();
    if (early !== undefined) return early;
    const url = new URL(request.path, 'http://azure');
    if (url.pathname === `/${app.tenant}/oauth2/v2.0/token`) return signIn(request);
    if (url.pathname !== machinePath) return read(url, request);
    const asked =
      request.headers['metadata'] === 'true' &&
      url.searchParams.get('resource') === 'https://vault.azure.net';
    return asked ? give('86399') : { status: 400 };
  });
  return Object.assign(standIn, { first, tokens });
}
