import { once } from 'node:events';
import { systemClocks } from '@signet/contracts';
import { type Logger, openLogger } from './logging/logger.ts';
import { startNode } from './nodes/start-node.ts';
import type { OptionSource } from './options/option-reader.ts';
import type { NodeSettings, Settings } from './options/options.ts';
import { parseOptions } from './options/parse-options.ts';
import { type RunningSignet, start } from './start.ts';
import { assertNodeVersion } from './startup/node-version.ts';
import { readWhenTold } from './startup/read-when-told.ts';
import { nodeMessage, startupMessage } from './startup/startup-message.ts';
import { buildWebWhenChanged, webSources } from './web/web-build.ts';

/** Where the server speaks: passwords only ever to `out`. */
export interface ServeTerminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** People read stderr. */
  readonly terminal: boolean;
  /** Print one line of JSON instead of the start-up message. */
  readonly json: boolean;
}

/** A second signal sooner than this is the same one again: npm and the terminal both pass Ctrl C on. */
const sameSignal = 1000;

/**
 * Starts, says so, and runs until it is told to stop by SIGINT or SIGTERM; a second signal ends it at once.
 * @throws SignetError when it cannot start
 */
export async function serve(source: OptionSource, terminal: ServeTerminal): Promise<void> {
  assertNodeVersion(process.versions.node);
  const options = parseOptions(source);
  const log = openLogger({ terminal: terminal.terminal, level: options.settings.logLevel });
  const { node, role } = options.settings;
  if (role === 'gateway' && node !== undefined)
    return serveNode({ ...options.settings, node }, log, terminal);
  const running = await start(options, {
    log,
    clocks: systemClocks,
    random: (bytes) => crypto.getRandomValues(bytes),
    echoPort: 9001,
    webFolder: () => buildWebWhenChanged(webSources(), terminal.err),
  });
  terminal.out(terminal.json ? `${JSON.stringify(jsonMessage(running))}\n` : startupMessage(running));
  const stopReading = readWhenTold(
    async () => {
      await running.configuration.reload();
      await running.secrets.refresh();
    },
    { inTerminal: terminal.terminal, log },
  );
  await toldToStop();
  stopReading();
  await running.close();
}

/** A node that is nothing but a gateway: what it needs it is told. */
async function serveNode(
  settings: Settings & { readonly node: NodeSettings },
  log: Logger,
  { out, json }: ServeTerminal,
): Promise<void> {
  const stop = new AbortController();
  const told = toldToStop().then(() => stop.abort());
  try {
    const running = await startNode(settings, { log, clocks: systemClocks, signal: stop.signal });
    const { name, gateway } = running;
    const { dataFolder } = settings;
    const line = JSON.stringify({ node: name, gateway, dataFolder });
    out(json ? `${line}\n` : nodeMessage({ ...settings, ...running }));
    await told;
    await running.close();
  } catch (error) {
    // It was told to stop while it waited for a control node.
    if (!stop.signal.aborted) throw error;
  }
}

function jsonMessage({ web, gateway, dataFolder, configurationFile, credentials }: RunningSignet): object {
  return { web, gateway, dataFolder, configurationFile, credentials };
}

async function toldToStop(): Promise<void> {
  const stop = new AbortController();
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: stop.signal })));
  stop.abort();
  const since = performance.now();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (performance.now() - since > sameSignal) process.exit(1);
    });
  }
}
