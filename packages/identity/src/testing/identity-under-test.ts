import {
  type ClientsConfiguration,
  type Configuration,
  type DecisionRecord,
  type IdentityConfiguration,
  type RevocationEntry,
  WatchedClocks,
} from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { followRequests, takeOneCredential } from '@signet/http';
import { holdToTable } from '@signet/http/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { createIdentity, type Identity, type IdentityOptions } from '../create-identity.ts';
import {
  type AccountStore,
  type ApiKeyStore,
  type AuditLog,
  type ClientStore,
  type ConsentStore,
  createMemoryAccounts,
  createMemoryApiKeys,
  createMemoryAudit,
  createMemoryClients,
  createMemoryConsents,
  createMemoryDeclarations,
  createMemoryEmailAddresses,
  createMemoryFailureJournal,
  createMemoryLogoutNotices,
  createMemoryMailQueue,
  createMemoryOrganizations,
  createMemoryPasskeys,
  createMemoryProtocol,
  createMemoryProviderLinks,
  createMemoryRevocations,
  createMemorySecondFactors,
  createMemorySigningKeys,
  createMemoryToolTokens,
  createMemoryWaysIn,
  type DeclarationStore,
  type EmailAddressStore,
  type FailureJournal,
  type LogoutNoticeStore,
  type Mail,
  type MailQueue,
  MemorySessions,
  type OrganizationStore,
  type PasskeyStore,
  type ProtocolStore,
  type ProviderLinkStore,
  type RevocationLog,
  type SecondFactorStore,
  type SigningKeyStore,
  type ToolTokenStore,
} from '../ports/index.ts';
import type { ToolServer } from '../tool-tokens/own-tool-tokens.ts';

export const issuer = 'http://localhost:9000';
export const audience = 'http://localhost:8080';
/** To which each reference of the configuration leads. */
export const secretOfReferences = 'a-secret-behind-a-reference-of-this-test';
export const password = 'otter lamp gravel';

const minute = 60_000;

export const lifetimes: IdentityConfiguration = {
  audiences: [audience],
  accessTokenLifetime: 15 * minute,
  refreshTokenLifetime: 7 * 24 * 60 * minute,
  sessionLifetime: 30 * 24 * 60 * minute,
  refreshGrace: 10_000,
  registration: 'invitation',
  clientRegistration: 'off',
  emailSignIn: false,
  secondFactor: 'optional',
  providers: {},
  keys: { rotateEvery: 90 * 24 * 60 * minute, publishAhead: 24 * 60 * minute, algorithm: 'ES256' },
};

/** The real identity provider with its real routes, on the memory adapters of its ports and clocks that a test moves. */
export interface IdentityUnderTest {
  readonly app: FastifyInstance;
  readonly identity: Identity;
  readonly stores: SharedStores;
  readonly accounts: AccountStore;
  readonly sessions: MemorySessions;
  readonly revocations: RevocationLog;
  readonly announced: readonly RevocationEntry[];
  /** Refusals as `signet explain` knows them. */
  readonly recorded: readonly DecisionRecord[];
  /** What failed without failing a request. */
  readonly faults: readonly unknown[];
  /** Everything that was logged, as text. */
  readonly log: () => string;
  readonly pass: (milliseconds: number) => void;
  readonly clocks: ManualClocks;
  /** Reloads the configuration with these changes. */
  readonly configure: (changes: Partial<IdentityConfiguration>) => void;
  /** Reloads the clients of the configuration. */
  readonly declare: (clients: ClientsConfiguration) => void;
  /** Reloads its APIs and roles. */
  readonly declareRights: (rights: DeclaredRights) => void;
  /** Reloads which servers of tools take tokens of people. */
  readonly takeToolTokens: (servers: readonly ToolServer[]) => void;
  readonly now: () => number;
  /** Delivers what is due, and answers all that was sent so far. */
  readonly mails: () => Promise<readonly Mail[]>;
}

export type DeclaredRights = Pick<Configuration, 'apis' | 'roles'> & Partial<Pick<Configuration, 'groups'>>;

/** What the nodes of one identity provider have in common. */
export interface SharedStores {
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly clients: ClientStore;
  readonly declarations: DeclarationStore;
  readonly sessions: MemorySessions;
  readonly revocations: RevocationLog;
  readonly signingKeys: SigningKeyStore;
  readonly secondFactors: SecondFactorStore;
  readonly passkeys: PasskeyStore;
  readonly protocol: ProtocolStore;
  readonly failureJournal: FailureJournal;
  readonly logoutNotices: LogoutNoticeStore;
  readonly audit: AuditLog;
  readonly mailQueue: MailQueue;
  readonly emails: EmailAddressStore;
  readonly providerLinks: ProviderLinkStore;
  readonly organizations: OrganizationStore;
  readonly consents: ConsentStore;
  readonly toolTokens: ToolTokenStore;
  readonly masterKey: Uint8Array;
}

function newStores(): SharedStores {
  const audit = createMemoryAudit();
  const revocations = createMemoryRevocations(audit);
  const emails = createMemoryEmailAddresses();
  const secondFactors = createMemorySecondFactors(audit);
  const ways = createMemoryWaysIn();
  const passkeys = createMemoryPasskeys(audit, ways);
  const providerLinks = createMemoryProviderLinks(audit, ways);
  const organizations = createMemoryOrganizations(audit);
  const consents = createMemoryConsents(audit);
  const toolTokens = createMemoryToolTokens(audit);
  const sessions = new MemorySessions(revocations, audit);
  return {
    accounts: createMemoryAccounts(
      audit,
      emails,
      [secondFactors, passkeys, providerLinks, organizations, consents, toolTokens, sessions],
      organizations,
    ),
    apiKeys: createMemoryApiKeys(audit),
    clients: createMemoryClients(audit),
    declarations: createMemoryDeclarations(audit),
    sessions,
    revocations,
    audit,
    signingKeys: createMemorySigningKeys(audit, revocations),
    secondFactors,
    passkeys,
    protocol: createMemoryProtocol(),
    emails,
    providerLinks,
    organizations,
    consents,
    toolTokens,
    mailQueue: createMemoryMailQueue(),
    failureJournal: createMemoryFailureJournal(),
    logoutNotices: createMemoryLogoutNotices(),
    masterKey: crypto.getRandomValues(new Uint8Array(32)),
  };
}

export interface UnderTestOptions
  extends Partial<
    Pick<
      IdentityOptions,
      | 'issuer'
      | 'signer'
      | 'fetchDocument'
      | 'sendForm'
      | 'askServer'
      | 'masterKey'
      | 'previousMasterKey'
      | 'previousIssuer'
      | 'certificateDoor'
      | 'placeOf'
      | 'followers'
    >
  > {
  /** To what each reference leads for those to whom it is shown, now; by default `secretOfReferences` alone. */
  readonly acceptedSecrets?: () => readonly string[];
  /** Another node of one identity provider: on the same stores and clocks, with its master key unless another is given. */
  readonly beside?: IdentityUnderTest;
}

export async function identityUnderTest(options: UnderTestOptions = {}): Promise<IdentityUnderTest> {
  const { beside, acceptedSecrets = () => [secretOfReferences], ...keysOfThisNode } = options;
  const clocks = beside?.clocks ?? new ManualClocks();
  let configuration = lifetimes;
  let clients: ClientsConfiguration = {};
  let rights: DeclaredRights = { apis: {}, roles: {} };
  let toolServers: readonly ToolServer[] = [];
  const lines: string[] = [];
  const announced: RevocationEntry[] = [];
  const recorded: DecisionRecord[] = [];
  const faults: unknown[] = [];
  const stores = beside?.stores ?? newStores();
  const { accounts, sessions, revocations } = stores;
  const sent: Mail[] = [];
  const identity = await createIdentity({
    issuer,
    configuration: () => configuration,
    configuredClients: () => clients,
    apis: () => rights.apis,
    roles: () => rights.roles,
    groups: () => rights.groups ?? {},
    ...stores,
    ...keysOfThisNode,
    families: sessions,
    announcer: { announce: async (entry) => void announced.push(entry) },
    clocks: new WatchedClocks(clocks),
    random: (bytes) => crypto.getRandomValues(bytes),
    mail: {
      post: { by: 'smtp', send: async (mail) => (sent.push(mail) > 0 ? 'sent' : 'refused') },
      readTemplate: () => undefined,
      onAsked: () => undefined,
    },
    reportFault: (error) => void faults.push(error),
    askServer: options.askServer ?? (() => Promise.reject(new Error('No provider is asked in this test.'))),
    revealSecret: () => secretOfReferences,
    acceptedSecrets,
    toolServers: () => toolServers,
    sendForm: options.sendForm ?? (() => Promise.reject(new Error('Nobody is told anything in this test.'))),
    fetchDocument:
      options.fetchDocument ?? (() => Promise.reject(new Error('Nobody fetches anything in this test.'))),
    recordRefusal: (record) => void recorded.push(record),
  });
  const app = fastify({ logger: { level: 'trace', stream: { write: (line) => void lines.push(line) } } });
  holdToTable(app);
  followRequests(app);
  takeOneCredential(app);
  await app.register(identity.routes);
  await app.ready();
  return {
    app,
    identity,
    stores,
    accounts,
    sessions,
    revocations,
    announced,
    recorded,
    faults,
    log: () => lines.join(''),
    pass: (milliseconds) => clocks.pass(milliseconds),
    clocks,
    configure: (changes) => {
      configuration = { ...configuration, ...changes };
    },
    declare: (next) => {
      clients = next;
    },
    takeToolTokens: (next) => {
      toolServers = next;
    },
    declareRights: (next) => {
      rights = next;
    },
    now: clocks.wall,
    async mails() {
      await identity.deliverMail(() => undefined);
      return sent;
    },
  };
}

/** An account `ada` with a permanent password. */
export async function addAda(identity: Identity, roles: readonly string[] = []): Promise<void> {
  await identity.accounts.add({ username: 'ada', password, roles, scopes: ['demo:read'] });
}
