import { type MmdbData, mmdbData } from './mmdb-data.ts';

/** A database of networks, in the MaxMind DB File Format 2.0. */
export interface Mmdb {
  /**
   * What the file says of an address, under these names.
   * @param address its 4 or 16 bytes
   * @throws RangeError where the file is broken there
   */
  find(address: readonly number[], path: readonly string[]): string | number | undefined;
}

const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
const largestMetadata = 128 * 1024;
/** Zeros between the tree and the data. */
const separator = 16;
const recordSizes = [24, 28, 32];

/**
 * @param file the whole file
 * @throws RangeError that says what is wrong with it
 */
export function openMmdb(file: Buffer): Mmdb {
  const end = file.lastIndexOf(marker);
  if (end < 0 || file.length - end > largestMetadata) throw new RangeError('it is no MaxMind database');
  const { nodes, recordSize, version } = readMetadata(mmdbData(file.subarray(end + marker.length)));
  const treeSize = (nodes * recordSize) / 4;
  if (treeSize + separator > end) throw new RangeError('it is cut short');
  const data: MmdbData = mmdbData(file.subarray(treeSize + separator, end));
  const record = recordReader(file, recordSize);

  function find(address: readonly number[], path: readonly string[]): string | number | undefined {
    if (address.length === 16 && version === 4) return undefined;
    // An IPv4 address stands in a tree of IPv6 beneath 96 zeros.
    const bytes = address.length === 4 && version === 6 ? [...Array(12).fill(0), ...address] : address;
    let node = 0;
    for (let bit = 0; bit < bytes.length * 8 && node < nodes; bit += 1) {
      node = record(node, ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    return node <= nodes ? undefined : data.value(node - nodes - separator, path);
  }

  return { find };
}

interface Metadata {
  readonly nodes: number;
  /** Bits. */
  readonly recordSize: number;
  readonly version: number;
}

function readMetadata(metadata: MmdbData): Metadata {
  const told = (name: string) => Number(metadata.value(0, [name]));
  const [nodes, recordSize, version] = [told('node_count'), told('record_size'), told('ip_version')];
  const isKnown = told('binary_format_major_version') === 2 && [4, 6].includes(version) && nodes > 0;
  if (!isKnown || !recordSizes.includes(recordSize)) throw new RangeError('its form is not known');
  return { nodes, recordSize, version };
}

/** Where a node leads to for a bit that is 0 or 1. */
function recordReader(file: Buffer, size: number): (node: number, bit: number) => number {
  const bytes = size / 4;
  if (size !== 28) return (node, bit) => file.readUIntBE(node * bytes + (bit * size) / 8, size / 8);
  // The byte in the middle holds the highest four bits of either.
  return (node, bit) => {
    const at = node * bytes;
    const middle = file.readUInt8(at + 3);
    const high = bit === 0 ? middle >> 4 : middle & 15;
    return high * 0x1_00_00_00 + file.readUIntBE(at + bit * 4, 3);
  };
}
