import { type DerElement, derAt, derTag, readDer } from './der.ts';
import { sequenceOf } from './jwk-of-der.ts';
import type { KeyRefusal } from './key.ts';
import { ecCurves, ecKey, mlDsaKeys, okpCurves, rsaKey, rsaPssKey } from './key-identifiers.ts';
import { keyKindUnsupported, notAKey } from './key-refusals.ts';
import { identifierText } from './object-identifier.ts';
import type { PlainDer } from './plain-der.ts';

/** Kinds that OpenSSL makes and JOSE has no algorithm for, by what people call them. */
const strangers: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'Diffie-Hellman',
  '1.2.840.10046.2.1': 'Diffie-Hellman (X9.42)',
  '1.2.840.10045.3.1.1': 'P-192 (prime192v1)',
  '1.3.132.0.33': 'P-224 (secp224r1)',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
  '1.2.156.10197.1.301': 'SM2',
};

const known: readonly string[] = [
  rsaKey,
  rsaPssKey,
  ...Object.keys(mlDsaKeys),
  ...[...ecCurves, ...okpCurves].map(({ identifier }) => identifier),
];

/** Why a key that is whole is of no use here, by its name; undefined for a kind that is known. Never throws. */
export function refuseKindOf({ form, der }: PlainDer): KeyRefusal | undefined {
  try {
    const fields = sequenceOf(der);
    const parts = readDer(derAt(fields, form === 'spki' ? 0 : 1, derTag.sequence).content);
    return refuseIdentifier(parts) ?? (form === 'spki' ? refusePoint(parts, fields) : undefined);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function refuseIdentifier(parts: readonly DerElement[]): KeyRefusal | undefined {
  const algorithm = identifierText(derAt(parts, 0, derTag.oid).content);
  if (algorithm !== ecKey) return known.includes(algorithm) ? undefined : stranger(algorithm);
  // RFC 5480 §2.1.1: a certificate or key must name its curve.
  if (parts[1]?.tag === derTag.sequence) return explicitParameters();
  const curve = identifierText(derAt(parts, 1, derTag.oid).content);
  return known.includes(curve) ? undefined : stranger(curve);
}

function stranger(identifier: string): KeyRefusal {
  return keyKindUnsupported(
    Object.hasOwn(strangers, identifier) ? (strangers[identifier] ?? identifier) : identifier,
  );
}

function explicitParameters(): KeyRefusal {
  return {
    ...keyKindUnsupported('EC (explicit parameters)'),
    sentence: 'The key spells out the parameters of its curve in the place of naming it.',
    expected: 'the name of a curve, such as P-256',
    fix: 'Convert it: openssl pkey -in key.pem -ec_param_enc named_curve -out named.pem (add -pubin -pubout for a public key).',
    rule: 'RFC 5480 §2.1.1',
  };
}

function refusePoint(parts: readonly DerElement[], fields: readonly DerElement[]): KeyRefusal | undefined {
  if (identifierText(derAt(parts, 0, derTag.oid).content) !== ecKey) return undefined;
  const first = derAt(fields, 1, derTag.bits).content[1];
  if (first !== 0x02 && first !== 0x03) return undefined;
  return notAKey(
    'The point of the key is compressed, which is not read here.',
    'Convert it: openssl pkey -pubin -in key.pem -ec_conv_form uncompressed -pubout -out whole.pem',
  );
}
