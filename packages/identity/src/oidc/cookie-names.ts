/** Bound to the path where its question is answered, so that it cannot have the stronger prefix, which demands `Path=/`. */
export const interactionCookieNames = {
  overTls: '__Secure-signet_interaction',
  plain: 'signet_interaction',
} as const;

/** Says which browser this is, and by that who is signed in in it. */
export const browserCookieNames = { overTls: '__Host-signet_browser', plain: 'signet_browser' } as const;

/** The cookies of a sign-in, as the engine names them. */
export function protocolCookieNames(issuer: string): {
  readonly session: string;
  readonly interaction: string;
  readonly resume: string;
} {
  const { overTls, plain } = interactionCookieNames;
  return issuer.startsWith('https:')
    ? { session: browserCookieNames.overTls, interaction: overTls, resume: '__Secure-signet_resume' }
    : { session: browserCookieNames.plain, interaction: plain, resume: 'signet_resume' };
}

/** The `Set-Cookie` by which the browser is nobody's any more. */
export function forgetBrowserCookie(issuer: string): string {
  const overTls = issuer.startsWith('https:');
  const name = overTls ? browserCookieNames.overTls : browserCookieNames.plain;
  return `${name}=; Max-Age=0; Path=/;${overTls ? ' Secure;' : ''} HttpOnly; SameSite=Lax`;
}
