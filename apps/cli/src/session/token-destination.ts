import { parseCompactJws, parseJsonObject } from '@signet/token';

/**
 * May this token be shown to this address? Only to the audiences it names itself, and to the gateway that runs on
 * the data folder: anybody else who sees it could use it (RFC 6750 §5.3).
 */
export function mayReceive(accessToken: string, origin: string, gateway: string | undefined): boolean {
  return (
    origin === gateway || audiencesOf(accessToken).some((audience) => URL.parse(audience)?.origin === origin)
  );
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
