/** Bound to the path where its question is answered, so that it cannot have the stronger prefix, which demands `Path=/`. */
export const interactionCookieNames = {
  overTls: '__Secure-signet_interaction',
  plain: 'signet_interaction',
} as const;

/** The cookies of a sign-in, as the engine names them. */
export function protocolCookieNames(issuer: string): {
  readonly session: string;
  readonly interaction: string;
  readonly resume: string;
} {
  const { overTls, plain } = interactionCookieNames;
  return issuer.startsWith('https:')
    ? { session: '__Host-signet_browser', interaction: overTls, resume: '__Secure-signet_resume' }
    : { session: 'signet_browser', interaction: plain, resume: 'signet_resume' };
}
