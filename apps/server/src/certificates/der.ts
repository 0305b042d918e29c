/** The part of DER (X.690) that a certificate is written with. Every function answers a whole element. */
export type Der = Uint8Array<ArrayBuffer>;

const tags = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  oid: 6,
  utf8: 12,
  utcTime: 23,
  generalizedTime: 24,
} as const;

function element(tag: number, content: Uint8Array): Der {
  return Uint8Array.from([tag, ...lengthOf(content.length), ...content]);
}

/** X.690 §8.1.3: one octet up to 127, else how many octets follow. */
function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

export function sequence(...parts: readonly Uint8Array[]): Der {
  return element(0x30, Buffer.concat(parts));
}

export function set(...parts: readonly Uint8Array[]): Der {
  return element(0x31, Buffer.concat(parts));
}

/** A constructed element of the context, as `[0] EXPLICIT` is. */
export function context(number: number, content: Uint8Array): Der {
  return element(0xa0 | number, content);
}

/** A plain element of the context, as a name among the alternative names is. */
export function contextPlain(number: number, content: Uint8Array): Der {
  return element(0x80 | number, content);
}

export function yes(): Der {
  return element(tags.boolean, Uint8Array.of(0xff));
}

/** @param bytes Of a positive number, the most significant first. */
export function integer(bytes: Uint8Array): Der {
  const from = bytes.findIndex((byte) => byte !== 0);
  const digits = from < 0 ? Uint8Array.of(0) : bytes.subarray(from);
  return element(tags.integer, (digits[0] ?? 0) < 0x80 ? digits : Uint8Array.of(0, ...digits));
}

/** @param unused How many bits at the end of the last octet say nothing. */
export function bitString(bytes: Uint8Array, unused = 0): Der {
  return element(tags.bitString, Uint8Array.of(unused, ...bytes));
}

export function octetString(bytes: Uint8Array): Der {
  return element(tags.octetString, bytes);
}

export function utf8(text: string): Der {
  return element(tags.utf8, Buffer.from(text));
}

/** @param dotted Such as `2.5.29.17`. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.oid, Uint8Array.from([first * 40 + second, ...rest.flatMap(arc)]));
}

/** Seven bits an octet, all but the last marked (X.690 §8.19.2). */
function arc(number: number): readonly number[] {
  const octets = [number & 0x7f];
  for (let left = number >> 7; left > 0; left >>= 7) octets.unshift(0x80 | (left & 0x7f));
  return octets;
}

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). @param at Milliseconds since the epoch. */
export function time(at: number): Der {
  const digits = new Date(at).toISOString().replace(/\.\d+|[-:T]/g, '');
  return new Date(at).getUTCFullYear() < 2050
    ? element(tags.utcTime, Buffer.from(digits.slice(2)))
    : element(tags.generalizedTime, Buffer.from(digits));
}
