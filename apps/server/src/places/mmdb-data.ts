/** Types of the MaxMind DB File Format 2.0 that are told apart here. */
const types = { extended: 0, pointer: 1, string: 2, map: 7, array: 11, boolean: 14 } as const;
const numbers: readonly number[] = [5, 6, 9];
/** What maps hold is walked over, never built: so many items of one map and all in it, so deep. */
const mostItems = 4096;
const deepest = 16;

interface Item {
  readonly type: number;
  /** Bytes of a value, or entries of a map or an array. */
  readonly size: number;
  /** Where the value begins. */
  readonly at: number;
}

/** Values of one section of such a file, read one at a time. Every method throws `RangeError` at what no such file holds. */
export interface MmdbData {
  /** The text or number under these names; undefined where there is none. */
  value(at: number, path: readonly string[]): string | number | undefined;
}

/** @param section From its first byte, to which its pointers lead. */
export function mmdbData(section: Buffer): MmdbData {
  function value(at: number, path: readonly string[]): string | number | undefined {
    const seen = { items: 0 };
    let place: number | undefined = at;
    for (const name of path) place = place === undefined ? undefined : memberOf(place, name, seen);
    return place === undefined ? undefined : plainValue(followed(section, place));
  }

  function memberOf(at: number, name: string, seen: { items: number }): number | undefined {
    const { type, size, at: first } = followed(section, at);
    if (type !== types.map) return undefined;
    let place = first;
    for (let entry = 0; entry < size; entry += 1) {
      const key = plainValue(followed(section, place));
      const held = behind(section, place, seen, deepest);
      if (key === name) return held;
      place = behind(section, held, seen, deepest);
    }
    return undefined;
  }

  function plainValue({ type, size, at }: Item): string | number | undefined {
    if (at + size > section.length) throw new RangeError('A value ends behind the file.');
    if (type === types.string) return section.toString('utf8', at, at + size);
    if (!numbers.includes(type) || size > 6) return undefined;
    return size === 0 ? 0 : section.readUIntBE(at, size);
  }

  return { value };
}

/** A pointer leads to a value, and to no other pointer. */
function followed(section: Buffer, at: number): Item {
  const item = itemAt(section, at);
  if (item.type !== types.pointer) return item;
  const target = itemAt(section, item.size);
  if (target.type === types.pointer) throw new RangeError('A pointer leads to a pointer.');
  return target;
}

/** Where the next value begins. Each step passes a byte, so that nothing is walked twice. */
function behind(section: Buffer, start: number, seen: { items: number }, depth: number): number {
  seen.items += 1;
  if (seen.items > mostItems || depth === 0) throw new RangeError('A value is too large, or too deep.');
  const { type, size, at } = itemAt(section, start);
  if (type === types.pointer || type === types.boolean) return at;
  if (type !== types.map && type !== types.array) return at + size;
  let place = at;
  const held = type === types.map ? size * 2 : size;
  for (let one = 0; one < held; one += 1) place = behind(section, place, seen, depth - 1);
  return place;
}

/** The control byte and what belongs to it. Of a pointer, `size` is where it leads. */
function itemAt(section: Buffer, start: number): Item {
  const control = section.readUInt8(start);
  const type = control >> 5;
  if (type === types.pointer) return pointerAt(section, start, control);
  const isExtended = type === types.extended;
  const at = start + (isExtended ? 2 : 1);
  const told = control & 31;
  const more = Math.max(0, told - 28);
  const base = [0, 29, 285, 65_821][more] ?? 0;
  const size = more === 0 ? told : base + section.readUIntBE(at, more);
  return { type: isExtended ? 7 + section.readUInt8(start + 1) : type, size, at: at + more };
}

function pointerAt(section: Buffer, start: number, control: number): Item {
  const more = ((control >> 3) & 3) + 1;
  const base = [0, 2048, 526_336, 0][more - 1] ?? 0;
  const high = more === 4 ? 0 : (control & 7) * 256 ** more;
  const size = base + high + section.readUIntBE(start + 1, more);
  return { type: types.pointer, size, at: start + 1 + more };
}
