import {
  type ClaimHolder,
  type ClaimInputParts,
  claimInput,
  type MappedClaims,
} from '../entitlements/claim-input.ts';
import type { TokenHook } from './token-hook.ts';

/** What the hook adds to a token of the API of this name; nothing where it is not asked for that. */
export type AddClaims = (api: string, holder: ClaimHolder) => Promise<MappedClaims>;

const everything: ReadonlySet<string> = new Set(['user', 'client']);

export function createAddClaims(parts: ClaimInputParts & { readonly hook: TokenHook }): AddClaims {
  return async (api, holder) =>
    parts.hook.isFor(api) ? parts.hook.ask(await claimInput(everything, holder, parts)) : {};
}
