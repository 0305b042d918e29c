/** A value as it is written; bytes stand as they are, for what no writer would write. */
export type Written = string | number | Buffer | { readonly [name: string]: Written };

export interface MmdbForm {
  /** Bits of a record. */
  readonly size: 24 | 28 | 32;
  /** Of the addresses that the tree is of. */
  readonly version: 4 | 6;
}

/** The networks by the bits that their addresses begin with, `1` and `0`; those of IPv4 stand beneath 96 zeros in a tree of IPv6. */
export type Networks = Readonly<Record<string, Written>>;

/** A database in the MaxMind DB File Format 2.0, as small as it can be. */
export function mmdbFile(networks: Networks, { size, version }: MmdbForm = { size: 28, version: 6 }): Buffer {
  const data: Buffer[] = [];
  let length = 0;
  const tree: [Branch, Branch][] = [['none', 'none']];
  for (const [bits, value] of Object.entries(networks)) {
    grow(tree, bits, { data: length });
    const bytes = write(value);
    data.push(bytes);
    length += bytes.length;
  }
  const target = (branch: Branch) => {
    if (typeof branch === 'number') return branch;
    return branch === 'none' ? tree.length : tree.length + 16 + branch.data;
  };
  const nodes = tree.map(([left, right]) => node(target(left), target(right), size));
  return Buffer.concat([...nodes, Buffer.alloc(16), ...data, metadata(tree.length, { size, version })]);
}

/** What follows the data of a file. */
export function metadata(
  nodes: number,
  { size, version }: { readonly size: number; readonly version: number },
): Buffer {
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  const told = { node_count: nodes, record_size: size, ip_version: version, binary_format_major_version: 2 };
  return Buffer.concat([marker, write(told)]);
}

/** The first bits of an address. */
export function bitsOf(bytes: readonly number[], count: number): string {
  const all = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return all.slice(0, count);
}

/** Those of an IPv4 address in a tree of IPv6. */
export const mappedBits = (bytes: readonly number[], count: number): string =>
  '0'.repeat(96) + bitsOf(bytes, count);

export function write(value: Written): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string')
    return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') return Buffer.concat([control(6, 4), uint32(value)]);
  const members = Object.entries(value);
  return Buffer.concat([
    control(7, members.length),
    ...members.flatMap(([name, held]) => [write(name), write(held)]),
  ]);
}

type Branch = number | 'none' | { readonly data: number };

function grow(tree: [Branch, Branch][], bits: string, leaf: Branch): void {
  let at = 0;
  for (const [index, bit] of [...bits].entries()) {
    const branches = tree[at];
    const side = bit === '1' ? 1 : 0;
    if (branches === undefined) return;
    const next = branches[side];
    if (index === bits.length - 1) branches[side] = leaf;
    else if (typeof next === 'number') at = next;
    else {
      at = tree.push(['none', 'none']) - 1;
      branches[side] = at;
    }
  }
}

function node(left: number, right: number, size: MmdbForm['size']): Buffer {
  const low = (value: number) => uint32(value).subarray(1);
  if (size === 32) return Buffer.concat([uint32(left), uint32(right)]);
  if (size === 24) return Buffer.concat([low(left), low(right)]);
  return Buffer.concat([low(left), Buffer.from([((left >>> 24) << 4) | (right >>> 24)]), low(right)]);
}

function control(type: number, size: number): Buffer {
  if (size < 29) return Buffer.from([(type << 5) | size]);
  return size < 285
    ? Buffer.from([(type << 5) | 29, size - 29])
    : Buffer.from([(type << 5) | 30, (size - 285) >> 8, (size - 285) & 255]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
