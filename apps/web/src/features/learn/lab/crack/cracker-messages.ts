import type { CrackProgress, CrackResult } from './crack-secret.ts';

/** What the page tells the worker. */
export type ToCracker = { readonly kind: 'crack'; readonly token: string } | { readonly kind: 'cancel' };

/** What the worker tells the page. */
export type FromCracker =
  | { readonly kind: 'progress'; readonly progress: CrackProgress }
  | { readonly kind: 'done'; readonly result: CrackResult };
