import { createHash } from 'node:crypto';
import {
  type AppliedConfiguration,
  type AuditAction,
  type AuditDeed,
  type AuditTarget,
  type Configuration,
  type ConfigurationEntry,
  type ConfigurationProblem,
  type OpenedRoute,
  refusal,
  SignetError,
  tellChanges,
} from '@signet/contracts';
import type { ConfigurationHistory } from '../ports/configuration-history.ts';
import {
  ConfigurationNotTaken,
  type ConfigurationPublisher,
  type InForce,
} from '../ports/configuration-publisher.ts';
import type { ConfigurationAdministration } from '../ports/configurations.ts';
import type { RecordStore } from '../ports/records.ts';
import type { SwitchVerdict, TrySwitch } from '../ports/try-switch.ts';
import { tellTrial } from './tell-trial.ts';

export interface ConfigurationParts {
  readonly history: ConfigurationHistory;
  readonly publisher: ConfigurationPublisher;
  readonly records: Pick<RecordStore, 'recent'>;
  readonly trySwitch: TrySwitch;
  /** Of the caller of the request that is served. */
  readonly deed: (
    action: AuditAction,
    parts: { readonly target: AuditTarget; readonly details: Readonly<Record<string, string | number>> },
  ) => AuditDeed;
}

/** As many as are kept. */
const mostRecords = 20_000;
/** Applied configurations that can be taken up again. */
export const keptConfigurations = 100;

type Intent = Pick<ConfigurationEntry, 'kind' | 'restores' | 'text'>;

/** What `If-Match` says, which routes may be opened to everyone, and which models switch whatever tests say. */
interface Consent {
  readonly ifMatch: string;
  readonly open: readonly string[] | undefined;
  readonly switches: readonly string[] | undefined;
}

/** Of a refusal; more are counted. */
const mostNamed = 10;

export function createConfigurationAdministration(parts: ConfigurationParts): ConfigurationAdministration {
  const { history, publisher } = parts;

  async function publish(
    intent: Intent,
    { ifMatch, open, switches }: Consent,
  ): Promise<AppliedConfiguration> {
    const before = publisher.inForce();
    if (ifMatch !== tagOf(before)) throw new SignetError(refusal('configuration_changed'));
    if (intent.kind === 'applied' && intent.text === before.text) return answerOf(before, []);
    const reading = await publisher.read(intent.text);
    if (!reading.ok) throw problemOf(reading.problems);
    const opened = await openedBy(reading.configuration);
    refuseOpening(opened, open);
    refuseSwitch(await parts.trySwitch(before.configuration.llm, reading.configuration.llm, switches ?? []));
    // Tests take their time: somebody may have been faster.
    if (ifMatch !== tagOf(publisher.inForce())) throw new SignetError(refusal('configuration_changed'));
    const changes = tellChanges(before.configuration, reading.configuration, opened);
    const number = before.number + 1;
    const deed = deedOf(intent, number, changes.length);
    const entry: ConfigurationEntry = { number, at: deed.at, by: deed.actor, changes, ...given(intent) };
    const after = await orNotTaken(
      publisher.publish({ number, at: deed.at, text: intent.text }, () =>
        history.append(entry, keptConfigurations, deed),
      ),
    );
    // Another node was faster, of which this one has not heard yet.
    if (after === undefined) throw new SignetError(refusal('configuration_changed'));
    return answerOf(after, changes);
  }

  function openedBy(configuration: Configuration): Promise<readonly OpenedRoute[]> {
    return orNotTaken(Promise.try(() => publisher.opened(configuration)));
  }

  function deedOf({ kind, restores }: Intent, number: number, changes: number): AuditDeed {
    const target = { kind: 'configuration', id: String(number) } as const;
    return kind === 'applied'
      ? parts.deed('config.applied', { target, details: { changes } })
      : parts.deed('config.rolled_back', { target, details: { changes, restores: restores ?? 0 } });
  }

  async function find(number: number): Promise<ConfigurationEntry> {
    const entry = await history.find(number);
    if (entry === undefined) throw new SignetError(refusal('configuration_unknown', { number }));
    return entry;
  }

  return {
    async export() {
      const { number, text, textOfFile, ...more } = publisher.inForce();
      return {
        number,
        source: text === undefined ? 'file' : 'applied',
        text: text ?? textOfFile,
        etag: tagOf({ number, text, textOfFile, ...more }),
      };
    },
    async check(text) {
      const before = publisher.inForce();
      const etag = tagOf(before);
      const reading = await publisher.read(text);
      if (!reading.ok) return { ok: false, problems: reading.problems.map(told), changes: [], etag };
      await orNotTaken(publisher.tryOut(reading.configuration));
      return {
        ok: true,
        problems: [],
        changes: tellChanges(
          before.configuration,
          reading.configuration,
          await openedBy(reading.configuration),
        ),
        etag,
      };
    },
    async try({ text, since }) {
      const reading = await publisher.read(text);
      if (!reading.ok) return { ok: false, problems: reading.problems.map(told), ...tellTrial([]) };
      const recent = await parts.records.recent(mostRecords);
      const records = recent.filter(({ at }) => at >= since);
      const calls = await orNotTaken(Promise.try(() => publisher.replay(reading.configuration, records)));
      return { ok: true, problems: [], ...tellTrial(calls) };
    },
    apply: ({ text, open, switch: switches }, ifMatch) =>
      publish({ kind: 'applied', text }, { ifMatch, open, switches }),
    list: async (query) => ({ configurations: await history.page(query) }),
    show: find,
    async rollBack({ number, open, switch: switches }, ifMatch) {
      const { text } = number === 0 ? {} : await find(number);
      const kind = text === undefined ? 'returned' : 'rolled_back';
      const intent = { kind, restores: number, ...(text === undefined ? {} : { text }) } as const;
      return publish(intent, { ifMatch, open, switches });
    },
  };
}

/** What a mistake costs most is not done by mistake. */
function refuseOpening(opened: readonly OpenedRoute[], open: readonly string[] = []): void {
  const unnamed = opened.map(({ route }) => route).filter((route) => !open.includes(route));
  if (unnamed.length === 0) return;
  const routes = named(unnamed);
  throw new SignetError(refusal('configuration_refused.opens', { routes, names: options('open', unnamed) }));
}

/** Prompts that are published pass their tests, also with other models behind the names that they ask for. */
function refuseSwitch(verdict: SwitchVerdict): void {
  if (verdict.kind === 'passed') return;
  const names = options('switch', verdict.models);
  throw new SignetError(
    verdict.kind === 'failed'
      ? refusal('configuration_refused.switch', { tests: named(verdict.tests), names })
      : refusal('configuration_refused.switch_untried', { models: named(verdict.models), names }),
  );
}

function named(all: readonly string[]): string {
  const more = all.length - mostNamed;
  return all.slice(0, mostNamed).join(', ') + (more > 0 ? ` (and ${more} more)` : '');
}

/** As they are said at the command line. */
function options(option: 'open' | 'switch', names: readonly string[]): string {
  return `\`${names
    .slice(0, mostNamed)
    .map((name) => `--${option} ${name}`)
    .join(' ')}\``;
}

function given({ kind, restores, text }: Intent): Intent {
  return {
    kind,
    ...(restores === undefined ? {} : { restores }),
    ...(text === undefined ? {} : { text }),
  };
}

function answerOf(inForce: InForce, changes: readonly string[]): AppliedConfiguration {
  const { number, version } = inForce;
  return { number, etag: tagOf(inForce), changes, version };
}

/** The same as long as the same is in force (RFC 9110 §8.8.3), also of a file that was changed by hand. */
function tagOf({ number, text, textOfFile }: InForce): string {
  const digest = createHash('sha256')
    .update(text ?? textOfFile)
    .digest('base64url');
  return `"${number}-${digest.slice(0, 22)}"`;
}

function told({ line, column, path, actual, expected, fix }: ConfigurationProblem) {
  return { line, column, path, actual, expected, fix };
}

function problemOf(problems: readonly ConfigurationProblem[]): SignetError {
  const { line = 1, path = '', actual = '', expected = '', fix = '' } = problems[0] ?? {};
  const place = path === '' ? 'the whole' : path;
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new SignetError(
    refusal('configuration_refused.problem', {
      line,
      place: `${place}${others}`,
      allowed: expected,
      found: actual,
      mend: fix,
    }),
  );
}

async function orNotTaken<Result>(taking: Promise<Result>): Promise<Result> {
  try {
    return await taking;
  } catch (error) {
    if (!(error instanceof ConfigurationNotTaken)) throw error;
    throw new SignetError(refusal('configuration_refused.not_taken', { reason: error.message }), {
      cause: error,
    });
  }
}
