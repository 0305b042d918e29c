/** One element of DER (X.690): what PEM files hold. */
export interface DerElement {
  readonly tag: number;
  /** Tag, length and content. */
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly content: Uint8Array<ArrayBuffer>;
}

export const derTag = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, sequence: 0x30 } as const;

/**
 * The elements that stand side by side in `bytes`.
 * @throws RangeError where the bytes are no DER
 */
export function readDer(bytes: Uint8Array<ArrayBuffer>): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const element = readElement(bytes.subarray(offset));
    elements.push(element);
    offset += element.whole.length;
  }
  return elements;
}

/**
 * The element at `index`, which must have this tag.
 * @throws RangeError where it is missing or another
 */
export function derAt(elements: readonly DerElement[], index: number, tag: number): DerElement {
  const element = elements[index];
  if (element?.tag === tag) return element;
  throw new RangeError('The DER has another structure.');
}

/** An element of these contents. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = contents.reduce((sum, { length: size }) => sum + size, 0);
  const head = [tag, ...lengthBytes(length)];
  const element = new Uint8Array(head.length + length);
  element.set(head);
  let offset = head.length;
  for (const content of contents) {
    element.set(content, offset);
    offset += content.length;
  }
  return element;
}

/** Definite lengths only, of at most four bytes. */
function readElement(bytes: Uint8Array<ArrayBuffer>): DerElement {
  const [tag = 0, first = 0xff] = bytes;
  const sizeBytes = first < 0x80 ? 0 : first & 0x7f;
  if (sizeBytes > 4 || first === 0x80) throw new RangeError('The DER has an impossible length.');
  const long = bytes.subarray(2, 2 + sizeBytes).reduce((size, byte) => size * 256 + byte, 0);
  const start = 2 + sizeBytes;
  const end = start + (sizeBytes === 0 ? first : long);
  if (end > bytes.length) throw new RangeError('The DER ends early.');
  return { tag, whole: bytes.subarray(0, end), content: bytes.subarray(start, end) };
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}
