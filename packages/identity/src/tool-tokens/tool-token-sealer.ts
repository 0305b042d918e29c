import { type AccountId, refusal, SignetError } from '@signet/contracts';
import { createSealer, type SealerParts } from '../keys/key-sealer.ts';
import type { ToolToken } from '../ports/index.ts';

/** What a person gave, and the address to which it may go. */
interface OpenedToolToken {
  readonly url: string;
  readonly token: string;
}

/** Seals what people give servers of tools, each for its person, its server and its address. */
export interface ToolTokenSealer {
  seal(opened: OpenedToolToken, accountId: AccountId, server: string): string;
  /** Undefined of what was sealed by another master key, for another issuer, person or server. */
  open(token: ToolToken): OpenedToolToken | undefined;
  /** As it would be sealed today; undefined of what is sealed so, and of what does not open. */
  renewed(token: ToolToken): string | undefined;
}

export function createToolTokenSealer(parts: SealerParts): ToolTokenSealer {
  const refuse = (place: string) => new SignetError(refusal('master_key_wrong.tool_token', { place }));
  const sealer = createSealer<string>(parts, {
    purpose: 'signet tool token sealing',
    label: 'signet tool token',
    otherKey: refuse,
    otherIssuer: refuse,
  });

  function unseal({ sealed, accountId, server }: ToolToken): ReturnType<typeof sealer.open> | undefined {
    try {
      return sealer.open(sealed, placeOf(accountId, server));
    } catch (error) {
      if (!(error instanceof SignetError)) throw error;
      return undefined;
    }
  }

  return {
    // The address is sealed with the token: whoever changes it elsewhere does not get the token sent there.
    seal: ({ url, token }, accountId, server) =>
      sealer.seal(JSON.stringify([url, token]), placeOf(accountId, server)),
    open(token) {
      const unsealed = unseal(token);
      if (unsealed === undefined) return undefined;
      const opened: unknown = JSON.parse(unsealed.plain);
      const [url, given]: readonly unknown[] = Array.isArray(opened) ? opened : [];
      return typeof url === 'string' && typeof given === 'string' ? { url, token: given } : undefined;
    },
    renewed(token) {
      const unsealed = unseal(token);
      if (unsealed === undefined || unsealed.current) return undefined;
      return sealer.seal(unsealed.plain, placeOf(token.accountId, token.server));
    },
  };
}

/** Neither an id nor the name of a server has a slash. */
function placeOf(accountId: AccountId, server: string): string {
  return `${accountId}/${server}`;
}
