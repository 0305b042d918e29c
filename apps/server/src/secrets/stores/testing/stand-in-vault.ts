import { openStandIn, type Received, type StandIn } from './stand-in.ts';

/** What its KV engine, version 2, holds: by path, the versions from the first on; `undefined` for a deleted one. */
export type Versions = Record<string, (Readonly<Record<string, unknown>> | undefined)[]>;

export interface StandInVault extends StandIn {
  readonly secrets: Versions;
  /** Tokens that it takes; a login adds one. */
  readonly tokens: Set<string>;
  /** Answers to be given before any other, once each. */
  readonly first: { readonly status: number; readonly headers?: Record<string, string> }[];
}

const permissionDenied = { status: 403, body: { errors: ['permission denied'] } };

/** Speaks as the HTTP API of Vault does: reads of KV version 2, logins by AppRole and Kubernetes, namespaces. */
export async function openStandInVault(
  options: { readonly secrets?: Versions; readonly namespace?: string; readonly lease?: number } = {},
): Promise<StandInVault> {
  const tokens = new Set(['hvs.root']);
  const secrets = options.secrets ?? {};
  const first: StandInVault['first'] = [];
  const logins = {
    '/v1/auth/approle/login': { role_id: 'signet', secret_id: 'the-secret-id' },
    '/v1/auth/kubernetes/login': { role: 'signet', jwt: 'token-of-the-service-account' },
  } as const;

  function answer(request: Received) {
    const { path, headers, method } = request;
    const early = first.shift();
    if (early !== undefined) return { ...early, body: { errors: ['the-secret-of-nobody'] } };
    if (headers['x-vault-request'] !== 'true') return { status: 400, body: { errors: ['no header'] } };
    if (headers['x-vault-namespace'] !== options.namespace) return permissionDenied;
    const login = Object.entries(logins).find(([at]) => at === path)?.[1];
    if (login !== undefined) {
      if (method !== 'POST' || request.body !== JSON.stringify(login))
        return { status: 400, body: { errors: ['invalid role or secret ID'] } };
      const token = `hvs.login-${tokens.size}`;
      tokens.add(token);
      const auth = { client_token: token, lease_duration: options.lease ?? 3600, renewable: true };
      return { status: 200, body: { data: null, auth } };
    }
    const token = headers['x-vault-token'];
    return typeof token === 'string' && tokens.has(token) ? read(path) : permissionDenied;
  }

  function read(target: string) {
    const { pathname, searchParams } = new URL(target, 'http://vault');
    const versions = secrets[pathname.slice('/v1/'.length)];
    if (versions === undefined) return { status: 404, body: { errors: [] } };
    const version = Number(searchParams.get('version') ?? versions.length);
    const data = versions[version - 1];
    const metadata = { created_time: '2026-11-29T12:00:00Z', deletion_time: '', destroyed: false, version };
    if (data === undefined) return { status: 404, body: { data: { data: null, metadata } } };
    return { status: 200, body: { request_id: 'r', lease_duration: 0, data: { data, metadata } } };
  }

  const standIn = await openStandIn(answer);
  return Object.assign(standIn, { secrets, tokens, first });
}
