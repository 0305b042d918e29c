import { createPrivateKey, X509Certificate } from 'node:crypto';

const place = /^upstreams\.[^.]+\.tls\.(authorities|certificate|key)$/;
const end = '-----END CERTIFICATE-----';

/** Whether it is a key of the file at which TLS with an upstream is said. */
export function isUpstreamTls(key: string): boolean {
  return place.test(key);
}

/** Why the text cannot serve there, without the text. */
export function unfitForUpstreamTls(
  key: string,
  text: string,
): { reason: string; wanted: string } | undefined {
  const [, part] = place.exec(key) ?? [];
  switch (part) {
    case 'authorities':
      return areCertificates(text, ({ ca }) => ca)
        ? undefined
        : { reason: 'another text', wanted: 'certificates of authorities in PEM' };
    case 'certificate':
      return areCertificates(text, () => true)
        ? undefined
        : { reason: 'another text', wanted: 'a certificate in PEM' };
    case 'key':
      return isPrivateKey(text)
        ? undefined
        : { reason: 'another text', wanted: 'a private key in PEM without a passphrase' };
    default:
      return undefined;
  }
}

function areCertificates(text: string, fits: (one: X509Certificate) => boolean): boolean {
  const found = text.split(end).slice(0, -1);
  try {
    return found.length > 0 && found.every((each) => fits(new X509Certificate(each + end)));
  } catch {
    return false;
  }
}

function isPrivateKey(text: string): boolean {
  try {
    return createPrivateKey(text).type === 'private';
  } catch {
    return false;
  }
}
