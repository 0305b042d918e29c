/** Of the cookie that carries the refresh token. Over TLS with the prefix that binds a cookie to its host (RFC 6265bis §4.1.3). */
export const refreshCookieName: { readonly overTls: string; readonly plain: string } = Object.freeze({
  overTls: '__Host-signet_refresh',
  plain: 'signet_refresh',
});

/** Of the cookie by which a device is known that signed in before. */
export const deviceCookieName: { readonly overTls: string; readonly plain: string } = Object.freeze({
  overTls: '__Host-signet_device',
  plain: 'signet_device',
});

/** Of the cookie that carries the access token, where pages are to have none. */
export const accessCookieName: { readonly overTls: string; readonly plain: string } = Object.freeze({
  overTls: '__Host-signet_access',
  plain: 'signet_access',
});

/** Of the cookie that binds the challenges for passkeys to one browser. */
export const passkeyCookieName: { readonly overTls: string; readonly plain: string } = Object.freeze({
  overTls: '__Host-signet_passkey',
  plain: 'signet_passkey',
});

const anyForm = /^(?:__(?:Host|Secure)-)?signet_refresh$/;

/** True for the name with or without a prefix that browsers know. @param name without spaces around it */
export function isRefreshCookieName(name: string): boolean {
  return anyForm.test(name);
}

const any =
  /^(?:__(?:Host|Secure)-)?signet_(?:refresh|access|device|device_link|passkey|provider|browser|interaction|resume)$/;

/** True for each cookie that only the identity provider may see. @param name without spaces around it */
export function isSignInCookieName(name: string): boolean {
  return any.test(name);
}
