import { freePort } from '../ports/free-port.ts';
import { Children, type Started } from '../processes/children.ts';
import { untilPrinted } from '../processes/until-printed.ts';
import { cleanEnvironment, main } from './commands.ts';

/** A whole Signet in a process of its own, started as a user would. */
export interface RunningSignet extends AsyncDisposable {
  /** What was started, and who to ask for its process id. */
  readonly started: Started;
  readonly web: string;
  readonly gateway: string;
  /** Of the accounts that this start made. */
  readonly credentials: readonly Credential[];
  password(username: string): string;
  /** As Ctrl-C does; resolves when everything it started has ended. Disposing does the same. */
  stop(): Promise<void>;
}

interface Credential {
  readonly username: string;
  readonly password: string;
}

export interface SignetPorts {
  readonly port: number;
  readonly gatewayPort: number;
}

export interface SignetStart {
  readonly dataFolder: string;
  /** Free ones otherwise. */
  readonly ports?: SignetPorts;
  /** More words of `signet start`. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The program to call and what goes before the words; the command's own file by this Node otherwise. */
  readonly by?: readonly [string, ...string[]];
  /** Ends it, too. */
  readonly signal?: AbortSignal;
}

export async function freePorts(): Promise<SignetPorts> {
  return { port: await freePort(), gatewayPort: await freePort() };
}

/** The words after `signet start` or `npm start --`. */
export function startArguments(dataFolder: string, { port, gatewayPort }: SignetPorts): string[] {
  return ['--data', dataFolder, '--port', `${port}`, '--gateway-port', `${gatewayPort}`];
}

/** Starts Signet and resolves once it answers; rejects when it ends before. Its environment is clean. */
export async function startSignet(options: SignetStart): Promise<RunningSignet> {
  const { dataFolder, words = [], environment, by = [process.execPath, main], signal } = options;
  const [program, ...before] = by;
  const children = new Children(signal);
  const ports = options.ports ?? (await freePorts());
  const started = await children.start({
    program,
    arguments: [...before, 'start', '--json', ...startArguments(dataFolder, ports), ...words],
    environment: { ...cleanEnvironment(), ...environment },
  });
  const said = await untilPrinted(started, /^\{.*\}\n/);
  const stop = () => children[Symbol.asyncDispose]();
  return { ...runningFrom(said), started, stop, [Symbol.asyncDispose]: stop };
}

function runningFrom(line: string): Pick<RunningSignet, 'web' | 'gateway' | 'credentials' | 'password'> {
  const { web, gateway, credentials } = JSON.parse(line) as RunningSignet;
  return {
    web,
    gateway,
    credentials,
    password(username) {
      const found = credentials.find((credential) => credential.username === username);
      if (found === undefined) throw new Error(`This start made no password for ${username}.`);
      return found.password;
    },
  };
}
