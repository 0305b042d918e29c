import {
  type Clocks,
  type Configuration,
  type NeededSecret,
  type RefreshSecretsAnswer,
  type RefreshSecretsRequest,
  refusal,
  type SecretReference,
  type SecretsAnswer,
  SignetError,
  secretsIn,
  tellReference,
} from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import { firstRead, type HeldSecret, notRead, readAgain, withoutOver } from './held-secret.ts';
import { inTurns } from './in-turns.ts';
import { judgeSecret } from './judge-secret.ts';
import { createReadSecret, type ReadSecret } from './read-secret.ts';
import type { SecretPlaces } from './secret-places.ts';
import { isReadAgain, readingOf, summaryOf } from './secret-summary.ts';
import type { StoreHost } from './stores/store-parts.ts';
import { isUpstreamTls } from './upstream-tls-secret.ts';

/** What a reference leads to, read before: what it names may have been taken out of the environment since. */
export type RevealSecret = (reference: SecretReference) => string;

/** The secrets of the configuration that runs: read before it is taken over, and again from time to time. */
export interface SecretKeeper {
  /** The newest, for whoever shows it to others. @throws SignetError `secret_unreadable` for one that was never held */
  readonly reveal: RevealSecret;
  /** For whoever is shown it: the newest first, then those whose overlap is not over. */
  accepted(reference: SecretReference): readonly string[];
  /** The same by its words, of what issuers, machines, upstreams and providers of models refer to: of nothing else is anything told. */
  handed(reference: string): readonly string[];
  /** Another number once anything else is accepted. */
  revision(): number;
  /**
   * Reads what a configuration needs and is not held yet: at the start, and before another one is taken over.
   * @throws SignetError `secret_unreadable`, `secret_exposed`
   */
  hold(configuration: Configuration): Promise<void>;
  /** Reads all of the configuration that runs again. What cannot be read stays as it was. */
  refresh(request?: RefreshSecretsRequest): Promise<RefreshSecretsAnswer>;
  list(): SecretsAnswer;
}

export interface KeeperParts {
  readonly places: SecretPlaces;
  /** What is needed besides the configuration. */
  readonly beside?: readonly NeededSecret[];
  /** The one that runs. */
  readonly configuration: () => Configuration;
  readonly clocks: Clocks;
  readonly log: Logger;
  readonly host?: StoreHost;
}

/** Reads of stores at one time. */
const atOnce = 4;
/** More than anybody has, and few enough to be read within a minute. */
const mostSecrets = 1024;

export function createSecretKeeper(parts: KeeperParts): SecretKeeper {
  const { places, configuration, beside = [], clocks, log, host } = parts;
  const neededBy = (which: Configuration) => [...beside, ...secretsIn(which)];
  const held = new Map<string, HeldSecret>();
  let revision = 0;
  /** Of what is about to run, nothing is forgotten. */
  let next: Configuration | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const readers = new WeakMap<object, ReadSecret>();

  /** What signed in at a store stays signed in while that part of the file is the same. */
  function readerOf({ secrets }: Configuration): ReadSecret {
    const reader = readers.get(secrets) ?? createReadSecret(places, secrets, host);
    readers.set(secrets, reader);
    return reader;
  }

  function forgetOver(): void {
    const { overlap } = configuration().secrets;
    for (const [name, each] of held) {
      const kept = withoutOver(each, overlap, clocks);
      if (kept !== each) put(name, kept);
    }
  }

  function accepted(reference: SecretReference): readonly string[] {
    forgetOver();
    if (reference.kind === 'literal') return [reference.secret.reveal()];
    const secret = held.get(tellReference(reference));
    return secret === undefined ? [] : [secret.value, ...secret.previous.map(({ value }) => value)];
  }

  function put(name: string, secret: HeldSecret): void {
    held.set(name, secret);
    revision += 1;
  }

  async function refreshOne(needed: NeededSecret): Promise<Refreshed> {
    const name = tellReference(needed.reference);
    const before = held.get(name);
    if (before === undefined) return { needed, outcome: 'unchanged' };
    const running = configuration();
    try {
      const value = await judged(needed, readerOf(running));
      const after = readAgain(before, value, running.secrets.overlap, clocks);
      put(name, after);
      return { needed, outcome: value === before.value ? 'unchanged' : 'changed' };
    } catch (error) {
      if (!(error instanceof SignetError)) throw error;
      const reason = error.refusal.sentence;
      held.set(name, notRead(before, reason, clocks));
      return { needed, outcome: 'failed', reason };
    }
  }

  async function refreshAll({ endOverlap = false }: RefreshSecretsRequest): Promise<RefreshSecretsAnswer> {
    const needed = neededBy(configuration());
    const known = [...needed, ...(next === undefined ? [] : neededBy(next))];
    const names = new Set(known.map(({ reference }) => tellReference(reference)));
    // What no configuration names any more is forgotten.
    for (const name of held.keys()) if (!names.has(name)) held.delete(name);
    const read = await inTurns(distinct(needed.filter(isReadAgain)), atOnce, refreshOne);
    if (endOverlap) for (const [name, each] of held) put(name, { ...each, previous: [] });
    for (const each of read) tell(each, held, log);
    return answerOf(read);
  }

  return {
    reveal(reference) {
      const name = tellReference(reference);
      if (reference.kind === 'literal') return reference.secret.reveal();
      const secret = held.get(name);
      if (secret !== undefined) return secret.value;
      throw new SignetError(refusal('secret_unreadable.unread', { reference: name }));
    },
    accepted,
    handed(told) {
      const known = [...secretsIn(configuration()), ...(next === undefined ? [] : secretsIn(next))];
      const needed = known.find(
        ({ key, reference }) => isForGateways(key) && tellReference(reference) === told,
      );
      return needed === undefined ? [] : accepted(needed.reference);
    },
    revision() {
      forgetOver();
      return revision;
    },
    async hold(coming) {
      const needed = neededBy(coming).filter((each) => readingOf(each) === 'schedule');
      if (needed.length > mostSecrets) {
        throw new SignetError(
          refusal('secret_unreadable.too_many', { count: needed.length, most: mostSecrets }),
        );
      }
      const unheld = distinct(needed).filter(({ reference }) => !held.has(tellReference(reference)));
      next = coming;
      const read = readerOf(coming);
      await inTurns(unheld, atOnce, async (each) => {
        put(tellReference(each.reference), firstRead(await judged(each, read), clocks));
      });
    },
    refresh(request = {}) {
      const refreshed = turn.then(() => refreshAll(request));
      turn = refreshed.catch(() => undefined);
      return refreshed;
    },
    list() {
      forgetOver();
      const { refreshEvery, overlap } = configuration().secrets;
      const secrets = neededBy(configuration()).map((each) => summaryOf(each, held));
      return { secrets, overlap, ...(refreshEvery === 'by-hand' ? {} : { refreshEvery }) };
    },
  };
}

/** What is told to the processes of the gateway. */
function isForGateways(key: string): boolean {
  const ofGateways = ['issuers.', 'machines.', 'llm.providers.', 'mcp.servers.'];
  return ofGateways.some((start) => key.startsWith(start)) || isUpstreamTls(key);
}

interface Refreshed {
  readonly needed: NeededSecret;
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  readonly reason?: string;
}

async function judged(needed: NeededSecret, read: ReadSecret): Promise<string> {
  const { reference } = needed;
  const value = reference.kind === 'literal' ? reference.secret.reveal() : await read(reference);
  judgeSecret(needed, value);
  return value;
}

/** One that two keys name is read once. */
function distinct(needed: readonly NeededSecret[]): readonly NeededSecret[] {
  return [...new Map(needed.map((each) => [tellReference(each.reference), each])).values()];
}

function tell(
  { needed, outcome, reason }: Refreshed,
  held: ReadonlyMap<string, HeldSecret>,
  log: Logger,
): void {
  const reference = tellReference(needed.reference);
  const told = { key: needed.key, reference };
  if (outcome === 'changed') log.info(told, 'Another secret was found, and is used from now on');
  if (outcome !== 'failed') return;
  const readAt = held.get(reference)?.readAt;
  log.warn({ ...told, reason, readAt }, 'A secret could not be read again; the last one stays in use');
}

function answerOf(read: readonly Refreshed[]): RefreshSecretsAnswer {
  const keysOf = (outcome: Refreshed['outcome']) => read.filter((each) => each.outcome === outcome);
  return {
    changed: keysOf('changed').map(({ needed }) => needed.key),
    unchanged: keysOf('unchanged').length,
    failed: keysOf('failed').map(({ needed, reason = '' }) => ({ key: needed.key, reason })),
  };
}
