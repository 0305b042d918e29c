import { derTag, writeDer } from './der.ts';

/** Dotted text of an object identifier's content bytes (X.690 §8.19). */
export function identifierText(content: Uint8Array): string {
  const numbers: bigint[] = [];
  let current = 0n;
  for (const byte of content) {
    current = current * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(current);
    current = 0n;
  }
  const [first = 0n, ...rest] = numbers;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** The DER element of a dotted identifier. */
export function identifierDer(text: string): Uint8Array<ArrayBuffer> {
  const [root = 0, second = 0, ...rest] = text.split('.').map(Number);
  return writeDer(derTag.oid, Uint8Array.from([root * 40 + second, ...rest].flatMap(base128)));
}

function base128(number: number): readonly number[] {
  const digits = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128)) {
    digits.unshift((rest % 128) | 0x80);
  }
  return digits;
}
