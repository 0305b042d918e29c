import { isId } from '@signet/contracts';
import { digestOfAddress, type OwnTokenAsked } from '@signet/trust';
import type { ToolTokenParts } from './own-tool-tokens.ts';

/** The token that a person gave a server, for a gateway that asks that server for them. */
export type RevealToolToken = (asked: OwnTokenAsked) => Promise<string | undefined>;

/**
 * Undefined where there is none, where the server takes none any more, and where the token was given for another address
 * than the one to which it would go, or than the configuration has now.
 */
export function createRevealToolToken(parts: ToolTokenParts): RevealToolToken {
  return async ({ server, addressDigest, subject }) => {
    const known = parts.toolServers().find(({ name }) => name === server);
    if (known === undefined || digestOfAddress(known.url) !== addressDigest) return undefined;
    if (!isId('account', subject)) return undefined;
    const given = await parts.toolTokens.find(subject, server);
    const opened = given === undefined ? undefined : parts.toolTokenSealer.open(given);
    return opened?.url === known.url ? opened.token : undefined;
  };
}
