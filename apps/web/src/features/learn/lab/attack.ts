import type { Refusal } from '@signet/token/verdict';
import type { CarelessAnswer } from './careless-answer.ts';
import type { Scene } from './scene.ts';

export const attackIds = [
  'alg-none',
  'confusion',
  'weak-secret',
  'kid-injection',
  'jku-spoof',
  'replay',
  'tampering',
] as const;

export type AttackId = (typeof attackIds)[number];

/** Something a step shows: everything in it was computed a moment ago. */
export type Exhibit =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'text'; readonly text: string };

/** One step of an attack; its words stand under the same name in the words files. */
export interface AttackStep {
  readonly name: string;
  readonly exhibit: Exhibit;
}

export type OurAnswer =
  | { readonly verdict: 'verified' }
  | { readonly verdict: 'refused'; readonly refusal: Refusal<string> };

/** One token, or one key, put before both verifiers. */
export interface Trial {
  readonly name: string;
  /** Absent where only a key is judged. */
  readonly token?: string;
  /** Absent where only Signet is asked. */
  readonly careless?: CarelessAnswer;
  readonly ours: OurAnswer;
}

export interface AttackRun {
  readonly steps: readonly AttackStep[];
  readonly trials: readonly Trial[];
  /** What the last link opens in the debugger; a secret is never part of it. */
  readonly forDebugger: { readonly token: string; readonly publicKey?: string };
}

/** Plays an attack from the start, with new keys. */
export type Attack = (scene: Scene) => Promise<AttackRun>;
