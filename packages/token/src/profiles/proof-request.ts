/** What a proof is held against: the first two are its request, without which it proves nothing. */
const beside = ['method', 'url', 'accessToken'] as const;
export type BesideProof = (typeof beside)[number];

/** The claims of a proof that say so (RFC 9449 §4.2). */
export const claimsOfProof: Readonly<Record<BesideProof, string>> = {
  method: 'htm',
  url: 'htu',
  accessToken: 'ath',
};

/** What of a proof is not checked, as it was not given (RFC 9449 §4.3). */
export function uncheckedOfProof(
  given: Readonly<Partial<Record<BesideProof, unknown>>>,
): readonly BesideProof[] {
  return beside.filter((name) => given[name] === undefined);
}

/** Whether what is not checked includes the request: such a proof is never verified. */
export function lacksRequest(unchecked: readonly string[]): boolean {
  return unchecked.includes('method') || unchecked.includes('url');
}
