import type { NewCredential } from '../demo/seed-accounts.ts';

export interface Started {
  readonly web: string;
  readonly gateway: string;
  readonly host: string;
  readonly dataFolder: string;
  readonly configurationFile: string;
  readonly workers: number;
  /** Made by this start; printed here and nowhere else, never logged. */
  readonly credentials: readonly NewCredential[];
}

/** The web address first, then the gateway's, then the passwords made by a first start. */
export function startupMessage(started: Started): string {
  return [
    `Signet is running: ${started.web}`,
    `Gateway:           ${started.gateway}${started.workers > 1 ? ` (${started.workers} processes)` : ''}`,
    ...credentialLines(started.credentials),
    '',
    `Data in ${started.dataFolder}, configuration in ${started.configurationFile}.`,
    reachLine(started.host),
    'Stop with Ctrl C.',
    '',
  ].join('\n');
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
