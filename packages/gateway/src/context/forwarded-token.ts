import type { Journey } from '../journey.ts';
import type { Admitted } from '../steps/passage.ts';
import type { TokenForwarding } from '../trace.ts';

/**
 * No API key and no password ever goes on, as it opens more than this route and lasts; nor a token that is bound to a key (RFC 9449, RFC 8705): the
 * proof was for the gateway, and whoever took such a token as a plain one would take it from anybody.
 */
export function tokenForwarding(
  { presented }: Pick<Journey, 'presented'>,
  admitted: Admitted,
): TokenForwarding {
  if (admitted.route.kind === 'public' || !admitted.route.forwardsToken || !('token' in admitted))
    return undefined;
  const { token, keyHash, machine } = admitted;
  const isBound = Object.hasOwn(token.claims, 'cnf');
  const isNoToken = keyHash !== undefined || machine !== undefined;
  return presented === undefined || isNoToken || isBound ? 'kept-back' : 'forwarded';
}
