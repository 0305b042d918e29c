import { isShared } from '@signet/contracts';
import type { SharedSecret } from '@signet/trust';
import type { VerifierOptions } from './verifier-options.ts';
import { audiencesOf } from './verifier-policy.ts';

const leastBytes = { HS256: 32, HS384: 48, HS512: 64 } as const;
/** While one is exchanged, with one more for who is late. */
const mostSecrets = 3;

/**
 * What the issuer shares with this API, each pinned to one algorithm and one audience.
 * @throws TypeError where the options could take another's secret, or one that can be guessed; tells nothing of it
 */
export function secretsOf(options: VerifierOptions): readonly SharedSecret[] {
  const { secret, algorithms = ['ES256'] } = options;
  const [algorithm, another] = algorithms.filter(isShared);
  const secrets: readonly unknown[] = typeof secret === 'string' ? [secret] : [...(secret ?? [])];
  if (algorithm === undefined) {
    if (secrets.length > 0)
      throw new TypeError('secret is for HS256, HS384 or HS512: name one in algorithms');
    return [];
  }
  if (another !== undefined)
    throw new TypeError(`A secret is for one algorithm, not ${algorithm} and ${another}`);
  if (secrets.length === 0) throw new TypeError(`${algorithm} needs a shared secret, which is not published`);
  if (secrets.length > mostSecrets) throw new TypeError(`secret holds more than ${mostSecrets}`);
  const [audience = '', ...others] = audiencesOf(options);
  if (others.length > 0) throw new TypeError('A shared secret is for one audience: make a verifier for each');
  if (options.audienceClaim !== undefined) throw new TypeError('A shared secret is bound to `aud`');
  const least = leastBytes[algorithm];
  return secrets.map((each) => {
    if (typeof each !== 'string' || new TextEncoder().encode(each).length < least) {
      throw new TypeError(`secret has fewer than the ${least} bytes that ${algorithm} needs`);
    }
    return { audience, algorithm, secret: each };
  });
}
