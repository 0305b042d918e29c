/**
 * The debugger's address with a token, and a public key where there is one, in the fragment: a fragment is
 * never sent to a server. Secrets and private keys must not be given here.
 */
export function debuggerLink(token: string, publicKey?: string): string {
  const fragment = new URLSearchParams({ token, ...(publicKey !== undefined && { key: publicKey }) });
  // `+` for a blank is a habit of forms: a fragment is read without it.
  return `../#${fragment.toString().replaceAll('+', '%20')}`;
}
