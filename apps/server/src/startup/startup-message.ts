import type { NewCredential } from '../demo/seed-accounts.ts';
import type { Role } from '../options/options.ts';

export interface Started {
  readonly web: string;
  readonly gateway: string;
  /** Base URLs at which models are asked, once there is a provider. */
  readonly models: readonly string[];
  readonly host: string;
  readonly dataFolder: string;
  readonly configurationFile: string;
  readonly workers: number;
  readonly role: Role;
  /** Made by this start; printed here and nowhere else, never logged. */
  readonly credentials: readonly NewCredential[];
}

/** The web address first, then the gateway's, then the passwords made by a first start. */
export function startupMessage(started: Started): string {
  return [
    `Signet is running: ${started.web}`,
    ...(started.role === 'control' ? [] : [gatewayLine(started), ...started.models.map(modelsLine)]),
    ...credentialLines(started.credentials),
    '',
    `Data in ${started.dataFolder}, configuration in ${started.configurationFile}.`,
    reachLine(started.host),
    'Stop with Ctrl C.',
    '',
  ].join('\n');
}

/** Of a node that is nothing but a gateway. */
export function nodeMessage(
  started: Pick<Started, 'gateway' | 'workers' | 'host' | 'dataFolder'> & {
    readonly name: string;
    readonly isConnected: () => boolean;
  },
): string {
  return [
    `Signet is running: the gateway node ${started.name}`,
    gatewayLine(started),
    '',
    started.isConnected()
      ? 'A control node is connected.'
      : 'No control node is there: it goes on by what it was told before.',
    `What control nodes say is kept in ${started.dataFolder}, for nobody else to read.`,
    reachLine(started.host),
    'Stop with Ctrl C.',
    '',
  ].join('\n');
}

function gatewayLine({ gateway, workers }: Pick<Started, 'gateway' | 'workers'>): string {
  return `Gateway:           ${gateway}${workers > 1 ? ` (${workers} processes)` : ''}`;
}

/** As OpenAI's SDKs take it. */
function modelsLine(base: string): string {
  return `Models:            ${base}`;
}

function credentialLines(credentials: readonly NewCredential[]): readonly string[] {
  if (credentials.length === 0) return [];
  return [
    '',
    'Passwords, shown this once:',
    ...credentials.map(
      ({ username, password, oneTime }) =>
        `  ${username.padEnd(8)}${password}${oneTime ? '   (one-time: the first sign-in replaces it)' : ''}`,
    ),
  ];
}

function reachLine(host: string): string {
  return host === '127.0.0.1' || host === '::1' || host === 'localhost'
    ? 'Only this machine can reach it; `--host 0.0.0.0` opens it to others.'
    : `Listening on ${host}: other machines may reach it.`;
}
