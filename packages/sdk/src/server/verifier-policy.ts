import { isShared } from '@signet/contracts';
import type { PublishedKeys } from '@signet/trust';
import type { IssuerPolicy } from '@signet/trust/bearer';
import type { VerifierOptions } from './verifier-options.ts';

/** Of an issuer that publishes its keys. */
type PublishedPolicy = IssuerPolicy & { readonly keys: PublishedKeys };

/**
 * The options as the gateway has them of a route.
 * @throws TypeError where they could accept nobody or anybody
 */
export function verifierPolicy(options: VerifierOptions): PublishedPolicy {
  const { issuer, jwks, algorithms = ['ES256'], type = 'at+jwt', audienceClaim } = options;
  if (issuer === '') throw new TypeError('issuer is empty');
  if (algorithms.length === 0) throw new TypeError('algorithms is empty: no token could pass');
  return Object.freeze<PublishedPolicy>({
    name: issuer,
    issuer,
    keys: {
      from: jwks === undefined ? 'discovery' : 'jwks',
      url: jwks ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      allowInsecure: options.dangerouslyAllowInsecureKeys ?? false,
    },
    algorithms: algorithms.filter((algorithm) => !isShared(algorithm)),
    ...(audienceClaim === undefined ? {} : { audienceClaim }),
    ...(type === 'unstated' ? {} : { type }),
  });
}

/** @throws TypeError where there is none */
export function audiencesOf({ audience }: VerifierOptions): readonly string[] {
  const audiences = typeof audience === 'string' ? [audience] : [...audience];
  if (audiences.length === 0 || audiences.includes('')) throw new TypeError('audience is empty');
  return audiences;
}
