import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameBoundary } from './frame-boundary.ts';

/** A frame of a server or, masked, of a client. */
function frame(length: number, masked: boolean): Buffer {
  const mask = masked ? 0x80 : 0;
  const extended = length > 0xffff ? 8 : length > 125 ? 2 : 0;
  const head = Buffer.alloc(2 + extended + (masked ? 4 : 0));
  head[0] = 0x82;
  head[1] = mask | (extended === 8 ? 127 : extended === 2 ? 126 : length);
  if (extended === 2) head.writeUInt16BE(length, 2);
  if (extended === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.alloc(length, 7)]);
}

describe('the boundaries between frames', () => {
  it('are where frames end, however they come in pieces', () => {
    const frames = fc.array(
      fc
        .tuple(fc.oneof(fc.nat(130), fc.nat(70_000)), fc.boolean())
        .map(([length, masked]) => frame(length, masked)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(frames, fc.array(fc.nat(5000), { maxLength: 20 }), (all, cuts) => {
        const bytes = Buffer.concat(all);
        const ends = new Set<number>([0]);
        let at = 0;
        for (const each of all) {
          at += each.length;
          ends.add(at);
        }
        const boundary = new FrameBoundary();
        let from = 0;
        for (const cut of [...cuts, bytes.length]) {
          const to = Math.min(bytes.length, from + cut);
          boundary.pass(bytes.subarray(from, to));
          from = to;
          expect(boundary.isBetween).toBe(ends.has(from));
        }
      }),
    );
  });
});
