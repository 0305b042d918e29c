import {
  type DecisionRecord,
  type IdentityConfiguration,
  type RevocationEntry,
  WatchedClocks,
} from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import fastify, { type FastifyInstance } from 'fastify';
import { createIdentity, type Identity } from '../create-identity.ts';
import {
  type AccountStore,
  createMemoryAccounts,
  createMemoryRevocations,
  createMemorySigningKeys,
  MemorySessions,
  type RevocationLog,
} from '../ports/index.ts';

export const issuer = 'http://localhost:9000';
export const audience = 'http://localhost:8080';
export const password = 'otter lamp gravel';

const minute = 60_000;

export const lifetimes: IdentityConfiguration = {
  audiences: [audience],
  accessTokenLifetime: 15 * minute,
  refreshTokenLifetime: 7 * 24 * 60 * minute,
  sessionLifetime: 30 * 24 * 60 * minute,
  refreshGrace: 10_000,
};

/** The real identity provider with its real routes, on the memory adapters of its ports and clocks that a test moves. */
export interface IdentityUnderTest {
  readonly app: FastifyInstance;
  readonly identity: Identity;
  readonly accounts: AccountStore;
  readonly sessions: MemorySessions;
  readonly revocations: RevocationLog;
  readonly announced: readonly RevocationEntry[];
  /** Refusals as `signet explain` knows them. */
  readonly recorded: readonly DecisionRecord[];
  /** Everything that was logged, as text. */
  readonly log: () => string;
  readonly pass: (milliseconds: number) => void;
  readonly clocks: ManualClocks;
  /** Reloads the configuration with these changes. */
  readonly configure: (changes: Partial<IdentityConfiguration>) => void;
  readonly now: () => number;
}

export async function identityUnderTest(
  options: { readonly issuer?: string } = {},
): Promise<IdentityUnderTest> {
  const clocks = new ManualClocks();
  let configuration = lifetimes;
  const lines: string[] = [];
  const announced: RevocationEntry[] = [];
  const recorded: DecisionRecord[] = [];
  const accounts = createMemoryAccounts();
  const revocations = createMemoryRevocations();
  const sessions = new MemorySessions(revocations);
  const identity = await createIdentity({
    issuer: options.issuer ?? issuer,
    configuration: () => configuration,
    accounts,
    sessions,
    families: sessions,
    revocations,
    signingKeys: createMemorySigningKeys(),
    announcer: { announce: async (entry) => void announced.push(entry) },
    masterKey: crypto.getRandomValues(new Uint8Array(32)),
    clocks: new WatchedClocks(clocks),
    random: (bytes) => crypto.getRandomValues(bytes),
    recordRefusal: (record) => void recorded.push(record),
  });
  const app = fastify({ logger: { level: 'trace', stream: { write: (line) => void lines.push(line) } } });
  await app.register(identity.routes);
  await app.ready();
  return {
    app,
    identity,
    accounts,
    sessions,
    revocations,
    announced,
    recorded,
    log: () => lines.join(''),
    pass: (milliseconds) => clocks.pass(milliseconds),
    clocks,
    configure: (changes) => {
      configuration = { ...configuration, ...changes };
    },
    now: clocks.wall,
  };
}

/** An account `ada` with a permanent password. */
export async function addAda(identity: Identity, roles: readonly string[] = []): Promise<void> {
  await identity.accounts.add({ username: 'ada', password, roles, scopes: ['demo:read'] });
}
