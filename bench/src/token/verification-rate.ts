import type { Subject } from './subjects.ts';
import type { Verifier } from './verifiers.ts';

/** Between two looks at the clock. */
const batch = 16;

/**
 * Verifications a second, one after another. Before that the verifier must believe every good token and refuse one
 * with a changed signature: a fast verifier that checks nothing is none.
 */
export async function verificationRate(
  { algorithm, tokens }: Subject,
  verify: Verifier,
  milliseconds: number,
  signal: AbortSignal,
): Promise<number> {
  for (const token of tokens) {
    if (!(await verify(token))) throw new Error(`A good ${algorithm} token was refused.`);
  }
  if (await believes(verify, changed(tokens[0] ?? ''))) throw new Error(`A bad ${algorithm} token passed.`);
  const begun = performance.now();
  let count = 0;
  for (let spent = 0; spent < milliseconds; spent = performance.now() - begun) {
    signal.throwIfAborted();
    for (let index = 0; index < batch; index += 1) await verify(tokens[count++ % tokens.length] ?? '');
  }
  return (count * 1000) / (performance.now() - begun);
}

async function believes(verify: Verifier, token: string): Promise<boolean> {
  try {
    return await verify(token);
  } catch {
    // Most libraries refuse by throwing.
    return false;
  }
}

/** Another signature of the same length: the twentieth character from its end is another. */
function changed(token: string): string {
  const at = token.length - 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
