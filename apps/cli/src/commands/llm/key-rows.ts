import type { ModelKeyState } from '@signet/contracts';
import { instant } from '../keys/instant.ts';

/** A key in one gateway process. */
export type KeyInProcess = ModelKeyState & { readonly node: string };

export const keyTitles = [
  'PROVIDER',
  'MODEL',
  'KEY',
  'REFERENCE',
  'GATEWAY',
  'STATE',
  'ASKED AGAIN',
  'IN PROGRESS',
  'REQUESTS LEFT',
  'TOKENS LEFT',
  'WHY',
] as const;

/** One for each key, model and process: each process learns for itself. */
export function keyRows(keys: readonly KeyInProcess[]): readonly (readonly string[])[] {
  return keys.map((key) => [
    ...[key.provider, key.model, key.name, key.reference, key.node, key.state],
    ...[instant(key.restsUntil), String(key.requestsInProgress)],
    ...[count(key.requestsLeft), count(key.tokensLeft), key.reason ?? '–'],
  ]);
}

function count(known: number | undefined): string {
  return known === undefined ? '–' : String(known);
}
