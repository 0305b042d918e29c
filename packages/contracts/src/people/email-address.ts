/** RFC 5321 §4.5.3.1; bounds what is stored and compared. */
const longestLocal = 64;
const longestAddress = 254;

/** The dot-atom of RFC 5322 §3.2.3: neither quotes nor white space, so that nothing in it ends a header or a command. */
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address as it is kept, its domain in lower-case ASCII (IDNA), or `undefined` for what cannot be one. What stands
 * before the `@` is ASCII, as every mail server takes it, and keeps its case, which is the receiver's affair.
 */
export function readEmailAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text.length > longestAddress) return undefined;
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at);
  const host = asciiHost(text.slice(at + 1));
  if (at < 1 || name.length > longestLocal || host === undefined || !local.test(name)) return undefined;
  const address = `${name}@${host}`;
  return address.length <= longestAddress ? address : undefined;
}

/** By what addresses are the same: no provider of today tells mailboxes apart by capitals. @param address as kept */
export function comparableAddress(address: string): string {
  return address.toLowerCase();
}

function asciiHost(typed: string): string | undefined {
  if (/[\s\p{C}/:?#@\\%]/u.test(typed)) return undefined;
  const url = `http://${typed}`;
  const host = URL.canParse(url) ? new URL(url).hostname : undefined;
  // What an address bar makes of `1.2` is an IPv4 address, and no domain that has mail.
  return host !== undefined && domain.test(host) && !/^[0-9.]+$/.test(host) ? host : undefined;
}
