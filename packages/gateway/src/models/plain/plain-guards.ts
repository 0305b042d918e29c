import { guardJson, type ModelFailure } from '@signet/ai';
import type { SignetRefusal } from '@signet/contracts';
import type { ModelGuards } from '../../model-guards/model-guards.ts';
import type { PlainWish } from './plain-door.ts';

/** Answers in which words stand; the others are numbers alone. */
const worded: ReadonlySet<PlainWish> = new Set(['rerank', 'images', 'transcriptions', 'kept-answer']);

/** The answer as its caller may read it, or why it may not; undefined where nobody can look into it. */
export function guardPlainAnswer(
  bytes: Buffer,
  wish: PlainWish,
  guards: ModelGuards,
): { readonly bytes: Buffer } | { readonly refused: SignetRefusal } | undefined {
  const way = guards.answer();
  if (way.isOpen || !worded.has(wish)) return { bytes };
  const text = bytes.toString('utf8');
  const guarded = guardJson(text, way);
  const refused = guards.refused('answer');
  if (refused !== undefined) return { refused };
  return guarded === undefined ? undefined : { bytes: guarded === text ? bytes : Buffer.from(guarded) };
}

/** A provider may say in its error what was asked. */
export function sayableTo(guards: ModelGuards, failure: ModelFailure): ModelFailure {
  const way = guards.answer();
  return way.isOpen ? failure : { ...failure, message: way.whole(failure.message) };
}
