import {
  type AccountId,
  type ApiKeyId,
  type Attributes,
  adminAudience,
  type ClientSummary,
  type DecisionRecord,
  deriveOperatorKey,
  type GatewayState,
  type KeyId,
  newId,
  type OperatorRequest,
  operatorClaims,
  operatorCredential,
  type RevocationReason,
  type RevocationTarget,
  type UserSummary,
} from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { holdToTable } from '@signet/http/testing';
import type { SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { refused, verified } from '@signet/token/verdict';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { createControl } from '../create-control.ts';
import type {
  ApiKeyAdministration,
  ClientAdministration,
  ConfigurationAdministration,
  DeclarationAdministration,
  KeyAdministration,
  ModelProviderAdministration,
  OrganizationAdministration,
  PromptAdministration,
  UserAdministration,
  VerifyAccessToken,
} from '../ports/index.ts';
import { createMemoryPromptStore } from '../ports/prompt-store.memory.ts';
import { createPromptAdministration } from '../prompts/prompt-administration.ts';

export const issuer = 'http://localhost:9000';
/** What signs after a key that is revoked. */
export const successor: KeyId = newId('key');

/** The real admin API with its real authentication; what lies behind its ports is this folder's. */
export interface ControlUnderTest {
  readonly app: FastifyInstance;
  readonly now: () => number;
  readonly pass: (milliseconds: number) => void;
  readonly masterKey: Uint8Array<ArrayBuffer>;
  readonly operatorKey: SigningKey;
  /** A fresh `Authorization` header of the command line, for this request. */
  readonly operator: (request?: OperatorRequest) => Promise<{ authorization: string }>;
  /** Sends a request as the command line does, with a credential of its own; `payload` as JSON. */
  readonly ask: (url: string, payload?: object, more?: AskedWith) => Promise<LightMyRequestResponse>;
  readonly records: DecisionRecord[];
  readonly revoked: (readonly [RevocationTarget, RevocationReason])[];
  readonly log: () => string;
}

/** Of a request: its method, where the payload does not say it, and its condition. */
export interface AskedWith {
  readonly method?: 'PUT' | 'DELETE';
  readonly ifMatch?: string;
}

/** What the tests ask for unless they say otherwise. */
export const listing: OperatorRequest = { method: 'GET', target: '/admin/users', body: '' };

/** Stands for identity: these tokens verify for the admin audience, nothing else does. */
export const adminToken = 'admin.access.token';
export const publisherToken = 'publisher.access.token';
export const modelKeysToken = 'model-keys.access.token';
export const userToken = 'user.access.token';

const verifyAccessToken: VerifyAccessToken = async (token, audience) => {
  const carried = new Map([
    [adminToken, { roles: ['admin'], scopes: ['orders:read'] }],
    [publisherToken, { roles: ['admin'], scopes: ['config:publish'] }],
    [modelKeysToken, { roles: ['admin'], scopes: ['llm:providers'] }],
    [userToken, { roles: ['editor'], scopes: ['config:publish'] }],
  ]).get(token);
  return carried && audience === adminAudience(issuer)
    ? verified({ sub: newId('account'), ...carried })
    : refused({ code: 'key_unknown', sentence: 'No trusted key matches the token.' });
};

export async function controlUnderTest(
  options: {
    readonly masterKey?: Uint8Array<ArrayBuffer>;
    readonly startedAt?: number;
    readonly gateways?: readonly GatewayState[];
  } = {},
): Promise<ControlUnderTest> {
  const clocks = new ManualClocks(options.startedAt);
  const now = clocks.wall;
  const masterKey = options.masterKey ?? crypto.getRandomValues(new Uint8Array(32));
  const lines: string[] = [];
  const records: DecisionRecord[] = [];
  const revoked: (readonly [RevocationTarget, RevocationReason])[] = [];
  const operatorKey = await deriveOperatorKey(masterKey);
  const control = await createControl({
    issuer,
    operatorKey,
    verifyAccessToken,
    records: {
      append: async (batch) => void records.push(...batch),
      find: async (reference) => records.find((record) => record.reference === reference),
      recent: async (limit) => records.slice(-limit).reverse(),
      prune: async () => 0,
    },
    audit: { read: async () => ({ entries: [] }) },
    costs: {
      costs: async ({ by, limit }) =>
        ['red', 'blue'].slice(0, limit).map((value) => ({
          value: `${by} ${value}`,
          currency: 'USD',
          requests: 1,
          micros: 2,
          input: 3,
          output: 4,
          unpriced: 0,
        })),
      check: async () => ({
        requests: 1,
        budgets: 1,
        open: 0,
        faults: [{ kind: 'budget', budget: 'teams', endsAt: 7, counted: 2, found: 1 }],
      }),
    },
    consents: {
      list: async (account) => ({ account, apps: [] }),
      withdraw: async (_account, client) => ({ client, revocationSequence: 0 }),
    },
    providers: {
      list: async (account) => ({ account, providers: [] }),
      part: async (account) => ({ account, providers: [] }),
    },
    factors: {
      list: async () => ({ authenticator: { addedAt: 7 }, passkeys: [], recoveryCodesLeft: 9 }),
      reset: async (account) => ({ account, reset: true }),
    },
    ...accountsOfTheTest(),
    apiKeys: apiKeysOfTheTest(),
    clients: clientsOfTheTest(),
    declarations: declarationsOfTheTest(),
    organizations: organizationsOfTheTest(),
    revoker: {
      issuedSoFar: () => now() / 1000,
      async revoke(target, reason) {
        revoked.push([target, reason]);
        return { sequence: revoked.length, target, reason, revokedAt: now(), forgetAfter: now() };
      },
      async revokeKey(kid, reason) {
        const target = { kind: 'key', issuer, kid } as const;
        revoked.push([target, reason]);
        const entry = { sequence: revoked.length, target, reason, revokedAt: now(), forgetAfter: now() };
        return { entry, successor };
      },
    },
    reach: {
      of: async (sequence) => {
        const app = {
          kind: 'app',
          name: 'orders/orders-1',
          node: 'here',
          applied: 4,
          silentFor: 12,
        } as const;
        return { sequence, at: now(), everywhere: sequence <= app.applied, followers: [app] };
      },
    },
    keys: keysOfTheTest(),
    secrets: {
      list: () => ({ secrets: [], overlap: 0 }),
      refresh: async () => ({ changed: [], unchanged: 0, failed: [] }),
    },
    modelProviders: modelProvidersOfTheTest(),
    toolServers: {
      tools: async (server) => ({ server, outcome: 'answers', status: 200, tools: [], missing: [] }),
    },
    mail: { sendTest: async ({ to }) => ({ to, by: 'outbox', waiting: 1 }) },
    configurations: configurationsOfTheTest(),
    prompts: promptsOfTheTest(now),
    rehearsals: {
      list: async () => ({ keeps: true, calls: [], more: false }),
      purge: async () => ({ purged: 0 }),
      rehearse: async ({ reference }) => ({ reference, verdict: 'as-good', findings: [], losses: [] }),
    },
    state: {
      configuration: () => ({ version: '0'.repeat(64), loadedAt: now(), source: 'signet.yaml' }),
      purgeAnswers: async () => ({
        ...{ purged: 0, gateways: 1, silent: 0, keeps: true },
        nodes: { done: [], silent: [], away: [] },
      }),
      gateways: () => options.gateways ?? [],
    },
    clocks,
    recordRefusal: (record) => void records.push(record),
  });
  const app = fastify({ logger: { level: 'trace', stream: { write: (line) => void lines.push(line) } } });
  holdToTable(app);
  await app.register(control.routes);
  const signingKey = await importKey(operatorKey);
  const operator = async (request: OperatorRequest = listing) => {
    const claims = await operatorClaims(issuer, request, now(), newId('token'));
    const token = await signToken({ ...claims }, { key: signingKey, type: operatorCredential.type });
    return { authorization: `Bearer ${token}` };
  };
  return {
    app,
    operator,
    async ask(url, payload, { method = payload === undefined ? 'GET' : 'POST', ifMatch } = {}) {
      const body = payload === undefined ? '' : JSON.stringify(payload);
      const headers = await operator({ method, target: url, body });
      if (payload === undefined) return app.inject({ url, headers });
      const condition = ifMatch === undefined ? {} : { 'if-match': ifMatch };
      const all = { ...headers, ...condition, 'content-type': 'application/json' };
      return app.inject({ method, url, body, headers: all });
    },
    records,
    revoked,
    masterKey,
    operatorKey: signingKey,
    now,
    pass: (milliseconds) => clocks.pass(milliseconds),
    log: () => lines.join(''),
  };
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<SigningKey> {
  const parameters = { name: 'HMAC', hash: 'SHA-256' };
  return {
    algorithm: 'HS256',
    key: await crypto.subtle.importKey('raw', bytes, parameters, false, ['sign']),
  };
}

export const keysOfThisTest: { readonly signing: KeyId; readonly next: KeyId } = {
  signing: newId('key'),
  next: newId('key'),
};

function keysOfTheTest(): KeyAdministration {
  const { signing, next } = keysOfThisTest;
  return {
    list: async () => ({
      keys: [{ id: signing, algorithm: 'ES256', state: 'active', createdAt: 0, activatedAt: 0 }],
    }),
    plan: async () => ({ step: 'activate', signing, next, safeAt: 5, live: [{ key: signing, until: 9 }] }),
    rotate: async () => ({ done: 'activated', key: next, at: 5 }),
    retire: async ({ key }) => ({ key, at: 5 }),
    renewSecret: async (api, { rotate }) => ({
      done: rotate === true ? 'published' : 'made',
      api,
      algorithm: 'HS256',
      key: next,
      at: 5,
      secret: 'told once',
    }),
    reseal: async () => ({ resealed: 1, keys: 2, authenticators: 3 }),
  };
}

/** One client, `invoices`, whose changes are told and not kept. */
function clientsOfTheTest(): ClientAdministration {
  const client: ClientSummary = {
    id: 'invoices',
    name: 'Invoices',
    type: 'confidential',
    grants: [],
    redirectUris: [],
    postLogoutRedirectUris: [],
    origins: [],
    scopes: [],
    audiences: [],
    firstParty: false,
    source: 'store',
    secrets: [{ createdAt: 0 }],
    etag: '"1"',
    createdAt: 0,
  };
  return {
    list: async ({ limit, after = 'none' }) => ({
      clients: [{ ...client, name: `${limit} after ${after}` }],
    }),
    show: async () => client,
    add: async (request) => ({ client: { ...client, ...request }, secret: 'told once' }),
    change: async (id, ifMatch, changed) => ({
      ...client,
      ...changed,
      id,
      name: `${changed.name} ${ifMatch}`,
    }),
    remove: async (id) => ({ id, sequence: 7 }),
    addSecret: async (id, { overlap }) => ({
      client: { ...client, id, name: String(overlap) },
      secret: 'told once',
    }),
    endEarlierSecrets: async () => client,
    addRegistrationToken: async ({ lifetime }) => ({ token: 'told once', expiresAt: lifetime }),
  };
}

/** Keys whose changes are told and not kept. */
function apiKeysOfTheTest(): ApiKeyAdministration {
  const summary = (id: ApiKeyId = newId('apiKey')) => ({
    id,
    name: 'Nightly export',
    owner: 'reporting',
    audience: ['https://api.example'],
    scopes: [],
    roles: [],
    permissions: [],
    claims: {},
    createdAt: 0,
  });
  return {
    list: async ({ after }) => ({ keys: [summary(after)] }),
    make: async ({ lifetime = 0, ...grant }) => ({
      summary: { ...summary(), ...grant, expiresAt: lifetime },
      key: 'told once',
    }),
    rotate: async (_id, { overlap }) => ({
      summary: { ...summary(), name: String(overlap) },
      key: 'told once',
    }),
    revoke: async (id) => ({ id, sequence: 7 }),
  };
}

/** Prompts whose tests pass, unless they are called `fails`. */
function promptsOfTheTest(now: () => number): PromptAdministration {
  return createPromptAdministration({
    store: createMemoryPromptStore(),
    runTest: async (_, { name }) => (name === 'fails' ? ['is bad'] : []),
    deed: (action, parts) => ({ at: now(), action, actor: { kind: 'operator' }, ...parts }),
  });
}

/** What is asked for, told back. */
function declarationsOfTheTest(): DeclarationAdministration {
  const told = (kind: string, name: string, more: object = {}) => ({
    name,
    source: 'store' as const,
    declaration: { kind, ...more },
    etag: '"1"',
  });
  return {
    list: async (kind, { limit, after = 'none' }) => ({
      declarations: [told(kind, 'one', { limit, after })],
    }),
    show: async (kind, name) => told(kind, name),
    add: async (kind, name, declaration) => told(kind, name, declaration),
    change: async (kind, name, ifMatch, declaration) => told(kind, name, { ...declaration, ifMatch }),
    remove: async (_kind, name) => ({ name }),
  };
}

/** What is asked for, told back but for the key. */
function modelProvidersOfTheTest(): ModelProviderAdministration {
  const summary = (name: string) => ({
    name,
    kind: 'openai' as const,
    url: 'https://api.openai.com/v1',
    setAt: 5,
    state: 'used' as const,
  });
  return {
    list: async () => ({ providers: [summary('openai')] }),
    set: async (name, { kind }) => ({ ...summary(name), kind, replaced: false, baseUrls: [] }),
    remove: async (name) => ({ name }),
    test: async () => ({ outcome: 'answers', status: 200, models: ['gpt-5.6'], furtherModels: 0 }),
  };
}

/** What is asked for, told back. */
function configurationsOfTheTest(): ConfigurationAdministration {
  const summary = { number: 7, at: 5, by: { kind: 'operator' }, kind: 'applied', changes: [] } as const;
  const applied = (told: string) => ({ number: 8, etag: '"8"', changes: [told], version: '' });
  return {
    export: async () => ({ number: 7, source: 'applied', text: 'routes: []', etag: '"7"' }),
    check: async (text) => ({ ok: true, problems: [], changes: [`${text.length}`], etag: '"7"' }),
    try: async ({ text, since }) => ({
      ...{
        ok: true,
        problems: [],
        calls: text.length,
        same: since,
        flips: [],
        furtherFlips: 0,
        cannotTell: [],
      },
    }),
    apply: async ({ text, open }, ifMatch) => applied(`${text.length} ${ifMatch} ${open?.join() ?? ''}`),
    list: async ({ limit, before }) => ({
      configurations: [{ ...summary, changes: [`${limit} ${before}`] }],
    }),
    show: async (number) => ({ ...summary, number, text: 'routes: []' }),
    rollBack: async ({ number, open }, ifMatch) => applied(`${number} ${ifMatch} ${open?.join() ?? ''}`),
  };
}

/** Accounts that were added here, whose changes are told and not kept. */
function accountsOfTheTest() {
  const accounts: UserSummary[] = [];
  const known = (id: AccountId): UserSummary =>
    accounts.find((one) => one.id === id) ?? {
      id,
      username: 'ada',
      roles: [],
      scopes: [],
      disabled: false,
      createdAt: 0,
      etag: '"1"',
    };
  const users: UserAdministration = {
    page: async () => ({ users: accounts }),
    show: async (id) => known(id),
    change: async (id, ifMatch, change) => ({ ...known(id), ...change, etag: `changed ${ifMatch}` }),
    preview: async (_id, { client = 'signet', ...query }) => ({
      claims: { client, ...query },
      expiresIn: 900,
    }),
    sessions: async (id) => ({ username: known(id).username, sessions: [] }),
    endSessions: async () => ({ ended: 2, revocationSequence: 7 }),
    explainSession: async (id) => ({ id, families: [] }),
    remove: async (id) => ({ id, ended: 2, revocationSequence: 7 }),
  };
  return {
    users,
    userGroups: {
      show: async (id: AccountId) => ({ id, groups: [], etag: '"1"' }),
      change: async (id: AccountId, ifMatch: string, groups: readonly string[]) => ({
        id,
        groups,
        etag: `changed ${ifMatch}`,
      }),
    },
    userAttributes: {
      show: async (id: AccountId) => ({ id, attributes: {}, etag: '"1"' }),
      change: async (id: AccountId, ifMatch: string, attributes: Attributes) => ({
        id,
        attributes,
        etag: `changed ${ifMatch}`,
      }),
    },
    accounts: {
      add: async ({ username, roles, scopes }: Pick<UserSummary, 'username' | 'roles' | 'scopes'>) => {
        const id: AccountId = newId('account');
        accounts.push({ id, username, roles, scopes, disabled: false, createdAt: 0, etag: '"1"' });
        return { id, oneTimePassword: 'shown-once' };
      },
      invite: async () => ({ id: newId('account') }),
    },
  };
}

/** Stands for identity: tells back what it was asked. */
function organizationsOfTheTest(): OrganizationAdministration {
  const of = (name: string) => ({
    id: newId('organization'),
    name: name.toLowerCase(),
    displayName: name,
    disabled: false,
    createdAt: 7,
    etag: '"1"',
  });
  const member = (account: AccountId, roles: readonly string[] = []) => ({
    account,
    username: 'ada',
    roles,
    joinedAt: 7,
    etag: '"1"',
  });
  const invitation = (id = newId('invitation')) => ({
    id,
    email: 'ada@example.org',
    roles: [],
    invitedAt: 7,
    expiresAt: 8,
  });
  return {
    list: async ({ limit, after = 'a' }) => ({ organizations: [of(`${after}-${limit}`)] }),
    show: async (name) => of(name),
    add: async ({ name, displayName }) => ({ ...of(name), displayName }),
    change: async (name, ifMatch, change) => ({ ...of(name), ...change, etag: `changed ${ifMatch}` }),
    remove: async (name) => ({ id: newId('organization'), name }),
    listMembers: async (_name, { after = newId('account') }) => ({ members: [member(after)] }),
    showMember: async (_name, account) => member(account),
    addMember: async (_name, { account, roles }) => member(account, roles),
    changeMember: async (_name, account, ifMatch, roles) => ({
      ...member(account, roles),
      etag: `changed ${ifMatch}`,
    }),
    removeMember: async (_name, account) => ({ account }),
    inviteMember: async (_name, { email, roles }) => ({ ...invitation(), email, roles }),
    listInvitations: async (_name, { after }) => ({ invitations: [invitation(after)] }),
    withdrawInvitation: async (_name, id) => ({ id }),
    ofUser: async () => ({ organizations: [] }),
  };
}
