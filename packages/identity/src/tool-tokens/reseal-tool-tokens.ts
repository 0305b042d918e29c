import type { ToolTokenPlace, ToolTokenStore } from '../ports/index.ts';
import type { ToolTokenSealer } from './tool-token-sealer.ts';

const atOnce = 200;
/** Far more than one issuer has. */
const mostPages = 1_000_000;

/**
 * Seals every token anew that is not sealed as today. One that does not open stays as it is: it counts as none already, and
 * its person can give it again.
 */
export async function resealToolTokens(store: ToolTokenStore, sealer: ToolTokenSealer): Promise<void> {
  let after: ToolTokenPlace | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const tokens = await store.list(after, atOnce);
    for (const token of tokens) {
      const renewed = sealer.renewed(token);
      if (renewed !== undefined) await store.reseal(token, token.sealed, renewed);
    }
    after = tokens.at(-1);
    if (after === undefined) return;
  }
}
