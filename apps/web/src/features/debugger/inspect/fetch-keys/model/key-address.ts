/** Longer addresses of keys are not met with. */
const longest = 2048;

/** Without TLS only this machine may be asked: anybody on the way could put keys of his own in the answer. */
const ownMachine = /^(?:localhost|127\.0\.0\.1)$/;

export type AddressFault = 'none' | 'too-long' | 'no-address' | 'not-https' | 'credentials';

export type AddressReading =
  | { readonly kind: 'address'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused'; readonly fault: AddressFault };

/** The address at which keys may be asked for: https, or this machine. What stands behind a `#` is left out. */
export function readAddress(text: string): AddressReading {
  const given = text.trim();
  if (given === '') return refused('none');
  if (given.length > longest) return refused('too-long');
  const url = URL.parse(given);
  if (url === null) return refused('no-address');
  const isOwnMachine = url.protocol === 'http:' && ownMachine.test(url.hostname);
  if (url.protocol !== 'https:' && !isOwnMachine) return refused('not-https');
  if (url.username !== '' || url.password !== '') return refused('credentials');
  url.hash = '';
  return { kind: 'address', url: url.href, host: url.host };
}

function refused(fault: AddressFault): AddressReading {
  return { kind: 'refused', fault };
}
