const pool = new Uint8Array(4096);
let used = pool.length;

/** Fills the bytes at random: asking the system once in a hundred times costs a hundredth. */
export function draw<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
  if (used + bytes.length > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  bytes.set(pool.subarray(used, used + bytes.length));
  used += bytes.length;
  return bytes;
}
