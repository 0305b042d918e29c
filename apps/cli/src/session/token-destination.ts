import { parseCompactJws, parseJsonObject } from '@signet/token/parse';
import { isHttpInFigures, isThisMachine } from '../server/loopback.ts';

/**
 * May this token be shown to this address? Only to the audiences it names itself: anybody else who sees it could use
 * it (RFC 6750 §5.3). The name `localhost` is nobody's address, since it leads to more than one; an audience of that
 * name is found at the same port of this machine, where the address is written in figures.
 */
export function mayReceive(accessToken: string, address: URL): boolean {
  if (isThisMachine(address) && !isHttpInFigures(address)) return false;
  return audiencesOf(accessToken)
    .flatMap((audience) => URL.parse(audience) ?? [])
    .some((audience) => audience.origin === address.origin || isSamePort(audience, address));
}

function isSamePort(audience: URL, address: URL): boolean {
  return isThisMachine(audience) && isHttpInFigures(address) && audience.port === address.port;
}

/** What our own session file holds is no secret to us, so reading it without the key is enough. */
function audiencesOf(accessToken: string): readonly string[] {
  const parsed = parseCompactJws(accessToken);
  if (parsed.verdict === 'refused') return [];
  const claims = parseJsonObject(parsed.token.payload, 'payload');
  if (claims.verdict === 'refused') return [];
  const { aud } = claims.token;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  return audiences.filter((audience) => typeof audience === 'string');
}
