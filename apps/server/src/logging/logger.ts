import { outliveErrors } from '@signet/gateway';
import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from '../options/options.ts';

export type { Logger } from 'pino';

/** Members that may carry a credential, wherever they stand in what is logged (two levels deep). */
const secretMembers = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'newPassword',
  'oneTimePassword',
  'token',
  'accessToken',
  'refreshToken',
  'masterKey',
  'databaseUrl',
  'redisUrl',
];

const redact = {
  paths: secretMembers.flatMap((member) => {
    const tail = member.startsWith('[') ? member : `.${member}`;
    return [member, `*${tail}`, `*.*${tail}`];
  }),
  censor: '[redacted]',
};

/** Bytes that are kept while stderr takes none; what does not fit is lost. */
const mostUnwritten = 1024 * 1024;

/** Where and how the log goes: to stderr, for people on a terminal, as JSON lines for machines. */
export interface LogTarget {
  readonly terminal: boolean;
  readonly level: LogLevel | undefined;
}

/** On a terminal only warnings and worse are shown unless a level is named: the start-up message says the rest. */
export function openLogger({ terminal, level }: LogTarget): Logger {
  const chosen = level ?? (terminal ? 'warn' : 'info');
  if (terminal)
    return makeLogger(chosen, pretty({ colorize: true, destination: 2, sync: true, ignore: 'pid,hostname' }));
  // A full disk behind stderr costs lines of the log, and not the process that writes them.
  const lines = pino.destination({ dest: 2, sync: true, maxLength: mostUnwritten });
  outliveErrors(lines);
  return makeLogger(chosen, lines);
}

/** A logger on any stream, redacted like every other. */
export function makeLogger(level: LogLevel, stream: DestinationStream): Logger {
  return pino({ level, redact, base: { pid: process.pid } }, stream);
}
