import { encodeBase64url } from '@signet/token/base64url';
import { dissect } from '../../../../parts/token-view/model/dissect.ts';

/** After as many tokens a browser has compiled what takes them apart. */
const rounds = 40;
const claims = 40;

/** A token of our own making, signed by nobody, with values of all kinds. Each number gives another. */
function practiceToken(round: number): string {
  const values = [`Round ${round} "of" many`, round, [round, 'two', null], { at: round, fine: true }, 1.5e3];
  const payload = Object.fromEntries(
    Array.from({ length: claims }, (_, at) => [`claim_${at}`, values[at % values.length]]),
  );
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({ iss: 'us', iat: round, ...payload })}.`;
}

function encoded(value: object): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

/**
 * Takes tokens apart, one at a time between whatever else there is to do, so that the first one that is pasted
 * is not taken apart by code that was never run: that takes ten times as long.
 */
export async function practise(): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    dissect(practiceToken(round));
  }
}
