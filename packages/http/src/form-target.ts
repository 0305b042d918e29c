/** RFC 8252 §7.1: the scheme of an app is a reversed domain name, so it has a full stop. */
const schemeOfApp = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:$/;

/**
 * CSP 3 §2.3.1, `host-char`: all that a policy can name. `URL` lets more through, such as `;` and `*`, with which an
 * address would write directives of its own or open every host; an IPv6 address cannot be named at all.
 */
const nameableHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/**
 * The source by which `form-action` names where an answer goes: the origin of an http(s) address, the scheme of an app.
 * @throws TypeError for another scheme, and for a host that a policy cannot name
 */
export function formTarget(redirectUri: string): string {
  const { protocol, hostname, origin } = new URL(redirectUri);
  if (protocol === 'https:' || protocol === 'http:') {
    if (nameableHost.test(hostname)) return origin;
    throw new TypeError(`A policy cannot name the host ${hostname}`);
  }
  if (schemeOfApp.test(protocol)) return protocol;
  throw new TypeError(`No form may lead to ${protocol}`);
}
