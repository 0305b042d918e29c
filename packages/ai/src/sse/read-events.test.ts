import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventReader, type ServerEvent } from './read-events.ts';
import { writeEvent } from './write-event.ts';

function readIn(pieces: readonly Uint8Array[]): readonly ServerEvent[] {
  const reader = new EventReader();
  return pieces.flatMap((piece) => reader.read(piece));
}

function cut(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('EventReader', () => {
  it('reads events whatever ends their lines, with names, comments and fields that nobody uses', () => {
    const text =
      ': hello\r\nevent: begin\r\ndata: {"a":\r\ndata: 1}\r\nid: 7\r\n\r\ndata:x\r\rdata: [DONE]\n\n';
    const expected = [
      { name: 'begin', data: '{"a":\n1}' },
      { name: '', data: 'x' },
      { name: '', data: '[DONE]' },
    ];
    for (const size of [1, 2, 7, 64, 999]) expect(readIn(cut(bytes(text), size))).toEqual(expected);
  });

  it('reads back what is written, wherever it is cut, in the middle of a character too', () => {
    const texts = fc.array(
      fc.record({ name: fc.constantFrom('', 'delta'), data: fc.string({ unit: 'grapheme', minLength: 1 }) }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 70 }), (events, size) => {
        const clean = events.map(({ name, data }) => ({ name, data: data.replaceAll(/[\r\n]/g, '.') }));
        expect(readIn(cut(bytes(clean.map(writeEvent).join('')), size))).toEqual(clean);
      }),
    );
  });

  it('knows that an event was begun and never ended', () => {
    const reader = new EventReader();
    reader.read(bytes('data: whole\n\ndata: ha'));
    expect(reader.unfinished).toBe(true);
    expect(reader.read(bytes('lf\n\n'))).toEqual([{ name: '', data: 'half' }]);
    expect(reader.unfinished).toBe(false);
  });

  it('refuses what is no UTF-8, and an event without an end', () => {
    expect(() => new EventReader().read(Uint8Array.of(0x64, 0xff))).toThrow(TypeError);
    const reader = new EventReader({ mostOfOne: 1_000 });
    expect(() => {
      for (let count = 0; count < 1_001; count += 1) reader.read(bytes('data: x\n'));
    }).toThrow(RangeError);
    expect(() => new EventReader({ mostOfOne: 100 }).read(bytes('x'.repeat(101)))).toThrow(RangeError);
  });
});
