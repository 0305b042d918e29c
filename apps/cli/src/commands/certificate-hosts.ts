import { isIP } from 'node:net';
import { type CommandFailure, usageFailure } from '../failure.ts';

export const mostHosts = 100;

/** A name of letters, digits and hyphens (RFC 1123 §2.1), a wildcard before it at most, or an address in figures. */
export function isHost(text: string): boolean {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  return (
    isIP(text) !== 0 || (text.length <= 253 && new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`).test(text))
  );
}

export function noHost(text: string): CommandFailure {
  return usageFailure({
    sentence: 'A certificate cannot be for this host.',
    expected: `a name such as signet.internal or an address such as 10.0.0.7, ${mostHosts} at most`,
    actual: text.slice(0, 80),
    fix: 'Give the host alone, without a scheme and a port.',
  });
}
