import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isId, type Reference } from '@signet/contracts';

/** Remembers the reference of the newest call, so that `signet explain last` knows what is meant. */
export function rememberReference(dataFolder: string, reference: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(fileIn(dataFolder), `${reference}\n`, { mode: 0o600 });
}

export function lastReference(dataFolder: string): Reference | undefined {
  try {
    const text = readFileSync(fileIn(dataFolder), 'utf8').trim();
    return isId('reference', text) ? text : undefined;
  } catch {
    // Nothing was called from this data folder yet.
    return undefined;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'cli-last-reference');
}
