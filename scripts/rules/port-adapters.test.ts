import { describe, expect, it } from 'vitest';
import { adaptersOf, type Exceptions, portComplaints, portsIn } from './port-adapters.ts';
import { repositoryFiles } from './repository-files.ts';

/** What identity providers of tests stand on. */
const inMemory = [
  'createMemoryAccounts',
  'createMemoryApiKeys',
  'createMemoryAudit',
  'createMemoryClients',
  'createMemoryConsents',
  'createMemoryDeclarations',
  'createMemoryEmailAddresses',
  'createMemoryFailureJournal',
  'createMemoryMailQueue',
  'createMemoryLogoutNotices',
  'createMemoryOrganizations',
  'createMemoryPasskeys',
  'createMemoryProtocol',
  'createMemoryProviderLinks',
  'createMemoryRevocations',
  'createMemorySecondFactors',
  'createMemoryToolTokens',
  'createMemorySigningKeys',
  'MemorySessions',
];

const exceptions: Exceptions = {
  ports: {
    AccessLog: 'one writer of the server, whose tests are its own',
    AccountAdministration: 'wired to the identity provider in one place',
    AuditReader: 'wired to the identity provider in one place',
    Attempt: 'the answer of a LoginThrottle, held by its suite',
    ApiKeyAdministration: 'wired to the identity provider in one place',
    ClientAdministration: 'wired to the identity provider in one place',
    ConfigurationAdministration: 'one administration, whose tests are its own',
    ConfigurationPublisher: 'the live configuration of the server, held in `applied-configuration.test.ts`',
    CostReader: 'wired to the ledger of the store in one place',
    ConsentAdministration: 'wired to the identity provider in one place',
    DeclarationAdministration: 'wired to the identity provider in one place',
    FactorAdministration: 'wired to the identity provider in one place',
    KeyAdministration: 'wired to the identity provider in one place',
    ListModelsOf: 'one function of the server, whose tests are its own',
    MailAdministration: 'wired to the identity provider in one place',
    ModelProviderAdministration: 'one administration, whose tests are its own',
    ModelProviderSealer: 'a sealer of the identity provider, held in `model-provider-sealer.test.ts`',
    SecretAdministration: 'the keeper of the server, whose tests are its own',
    OrganizationAdministration: 'wired to the identity provider in one place',
    FollowerTurn: 'the answer of a FollowerWatch',
    FollowerWatch: 'one account of followers, held in `app-followers.test.ts`',
    PromptAdministration: 'one administration, whose tests are its own',
    ProviderAdministration: 'wired to the identity provider in one place',
    ReadContextKeys: 'one function of the composition root',
    ReportFault: 'one function of the composition root',
    FindPrompt: 'one function of the composition root, over the store',
    FindApiKey: 'one function of the composition root',
    ReportKeys: 'one function of the composition root',
    RunTest: 'one function of the gateway, whose tests are its own',
    TrySwitch: 'one function, whose tests are its own',
    RehearsalAdministration: 'one administration, whose tests are its own',
    AskOtherModel: 'one function of the gateway, whose tests are its own',
    RevocationAnnouncer:
      'one announcer, wired in the composition root; its waiting is held in `reach.test.ts`',
    RevocationListener: 'the side of the one who subscribes',
    RevocationReachReader: 'one reader of the board, held in `shared-reach.test.ts`',
    Revoker: 'wired to the identity provider in one place',
    ServerState: 'wired in the composition root',
    SpanSink: 'one sender of the server, whose tests are its own',
    ToolServerAdministration: 'one administration of the server, whose tests are its own',
    UserAdministration: 'wired to the identity provider in one place',
    UserAttributes: 'wired to the identity provider in one place',
    UserGroups: 'wired to the identity provider in one place',
    VerifyAccessToken: 'one function of the identity provider',
  },
  standFor: {
    appUnderTest: inMemory,
    createRemotePorts: [
      'createRemoteFeed',
      'createRemoteLimiter',
      'createRemoteQuotas',
      'createRemoteRecorder',
      'createRemoteHolds',
      'createRemoteUsedTokens',
    ],
    createSqlAccounts: ['createSqlStores'],
    createSqlApiKeys: ['createSqlStores'],
    createSqlAudit: ['createSqlStores'],
    createSqlClients: ['createSqlStores'],
    createSqlConsents: ['createSqlStores'],
    createSqlDeclarations: ['createSqlStores'],
    createSqlEmailAddresses: ['createSqlStores'],
    createSqlMailQueue: ['createSqlStores'],
    createSqlFailureJournal: ['createSqlStores'],
    createSqlLogoutNotices: ['createSqlStores'],
    createSqlPasskeys: ['createSqlStores'],
    createSqlProtocol: ['createSqlStores'],
    createSqlProviderLinks: ['createSqlStores'],
    createSqlModelProviders: ['createSqlStores'],
    createSqlPromptStore: ['createSqlStores'],
    createSqlKeptCalls: ['createSqlStores'],
    createSqlToolTokens: ['createSqlStores'],
    createSqlOrganizations: ['createSqlStores'],
    createSqlQuotaBook: ['createSqlStores'],
    createSqlLedger: ['createSqlStores'],
    createSqlReachBoard: ['createSqlStores'],
    createSqlConfigurationHistory: ['createSqlStores'],
    createSqlRecords: ['createSqlStores'],
    createSqlRevocations: ['createSqlStores'],
    createSqlSecondFactors: ['createSqlStores'],
    createSqlSigningKeys: ['createSqlStores'],
    identityUnderTest: inMemory,
    linkedWorker: [
      'createRemoteFeed',
      'createRemoteLimiter',
      'createRemoteQuotas',
      'createRemoteRecorder',
      'createRemoteHolds',
      'createRemoteUsedTokens',
    ],
    openPost: ['createSmtpPost', 'createOutboxPost'],
    openSigner: ['createVaultSigner'],
    openSharedState: [
      ...['createMemoryLimiter', 'LocalShares', 'QuotaShares'],
      ...['createMemoryUsedTokens', 'createRedisUsedTokens', 'createMemoryHolds', 'createRedisHolds'],
    ],
    openStores: ['createSqlStores'],
    openWorkerCounting: [
      ...['createRemoteLimiter', 'LocalShares', 'createRemoteQuotas', 'QuotaShares'],
      ...['createRemoteHolds', 'createRemoteUsedTokens', 'createRedisUsedTokens', 'createRedisHolds'],
    ],
    playedTest: inMemory,
    SqlFamilies: ['createSqlStores'],
    SqlSessions: ['createSqlStores'],
    twoSignets: inMemory,
  },
};

const sources = repositoryFiles(/^(packages|apps)\/.*\.ts$/);

describe('ports and their adapters', () => {
  it('have a suite each, and every adapter runs it', () => {
    expect(portComplaints(sources, exceptions)).toEqual([]);
  });

  it('are found where they stand', () => {
    const ports = portsIn(sources).map(({ name }) => name);
    expect(ports).toEqual(
      expect.arrayContaining(['SessionStore', 'Limiter', 'RevocationFeed', 'RecordStore']),
    );
    const adapters = adaptersOf(sources, ports).map(({ port, name }) => `${name} for ${port}`);
    expect(adapters).toEqual(
      expect.arrayContaining([
        'MemorySessions for SessionStore',
        'SqlSessions for SessionStore',
        'createSqlStores for RecordStore',
        'createRedisLimiter for Limiter',
        'LocalShares for Limiter',
        'createRemoteLimiter for Limiter',
        'createRemoteFeed for RevocationFeed',
        'trackedFeed for RevocationFeed',
      ]),
    );
  });

  it('are excepted by names that exist', () => {
    const ports = portsIn(sources).map(({ name }) => name);
    expect(Object.keys(exceptions.ports).filter((name) => !ports.includes(name))).toEqual([]);
    const adapters = adaptersOf(sources, ports).map(({ name }) => name);
    expect(Object.keys(exceptions.standFor).filter((name) => !adapters.includes(name))).toEqual([]);
  });
});

describe('the canary', () => {
  const port = {
    path: 'packages/gateway/src/ports/cache.ts',
    text: 'export interface Cache {\n  get(): string;\n}\n',
  };
  const suite = {
    path: 'packages/gateway/src/ports/cache.contract.ts',
    text: 'export function cacheContract(): void {}\n',
  };
  const adapter = {
    path: 'packages/store/src/redis/cache.ts',
    text: `export interface RedisCache extends Cache {
  readonly url: string;
}

export async function openRedisCache(
  url: string,
): Promise<RedisCache> {
`,
  };
  const none: Exceptions = { ports: {}, standFor: {} };

  it('tells of a port without a suite', () => {
    expect(portComplaints([port], none)).toEqual([
      'packages/gateway/src/ports/cache.ts: the port Cache has no suite; write cacheContract beside it',
    ]);
  });

  it('tells of an adapter that does not run its suite', () => {
    expect(portComplaints([port, suite, adapter], none)).toEqual([
      'packages/store/src/redis/cache.ts: openRedisCache serves Cache, and no test runs cacheContract with it',
    ]);
  });

  it('does not take the word of one that runs no suite either', () => {
    const standFor = { openRedisCache: ['openRedisCache', 'openOtherCache'] };
    expect(portComplaints([port, suite, adapter], { ports: {}, standFor })).toHaveLength(1);
  });

  it('is content when a test runs it', () => {
    const test = {
      path: 'packages/store/src/redis/cache.test.ts',
      text: 'cacheContract("Redis", openRedisCache);',
    };
    expect(portComplaints([port, suite, adapter, test], none)).toEqual([]);
  });
});
