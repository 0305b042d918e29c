import type { KeyRefusal } from './key.ts';
import { notAKey } from './key-refusals.ts';

/** How key stores of Java begin: JKS and JCEKS. */
const beginnings: readonly string[] = ['254,237,254,237', '206,206,206,206'];

/** A file of keys behind a password, by its name; undefined for other bytes. */
export function refuseKeyStore(bytes: Uint8Array): KeyRefusal | undefined {
  if (!beginnings.includes(bytes.subarray(0, 4).join())) return undefined;
  return notAKey(
    'This is a key store of Java, not a key.',
    'Take the certificate out: keytool -exportcert -rfc -keystore FILE -alias NAME',
  );
}
