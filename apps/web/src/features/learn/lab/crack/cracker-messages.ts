import type { CrackProgress, CrackResult } from './crack-secret.ts';

/** What the page tells the worker. Runs are numbered upwards, so that a late or early cancel hits the right one. */
export type ToCracker =
  | { readonly kind: 'crack'; readonly run: number; readonly token: string }
  | { readonly kind: 'cancel'; readonly run: number };

/** What the worker tells the page. */
export type FromCracker =
  | { readonly kind: 'progress'; readonly progress: CrackProgress }
  | { readonly kind: 'done'; readonly result: CrackResult };
