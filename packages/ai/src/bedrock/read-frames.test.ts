import { describe, expect, it } from 'vitest';
import { eventFrame, exceptionFrame, frame } from '../testing/frames.ts';
import { readHeaders } from './frame-headers.ts';
import { FrameReader } from './read-frames.ts';

/** Of the vectors that AWS publishes with its format, in the words of its specification. */
const payloadNoHeaders = '0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936';
const oneHeader =
  '0000003d0000002007fd83960c636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b27666f6f273a27626172277d8d9c08b1';

const three = Buffer.concat([
  eventFrame('messageStart', { role: 'assistant' }),
  eventFrame('contentBlockDelta', { delta: { text: 'é 🎈' } }),
  exceptionFrame('throttlingException', 'Too many'),
]);

function read(bytes: Buffer, size: number) {
  const reader = new FrameReader();
  const events = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...reader.read(bytes.subarray(at, at + size)));
  return { events, unfinished: reader.unfinished };
}

describe('FrameReader', () => {
  it.each([1, 3, 7, 64, 10_000])('reads frames that are cut into pieces of %i bytes', (size) => {
    const { events, unfinished } = read(three, size);
    expect(events).toEqual([
      { name: 'messageStart', data: '{"role":"assistant"}' },
      { name: 'contentBlockDelta', data: '{"delta":{"text":"é 🎈"}}' },
      { name: 'exception:throttlingException', data: '{"message":"Too many"}' },
    ]);
    expect(unfinished).toBe(false);
  });

  it('writes in its tests what AWS publishes, to the letter', () => {
    expect(frame({}, "{'foo':'bar'}").toString('hex')).toBe(payloadNoHeaders);
    expect(frame({ 'content-type': 'application/json' }, "{'foo':'bar'}").toString('hex')).toBe(oneHeader);
  });

  it('believes no frame of which a single byte is another, wherever that is', () => {
    const good = eventFrame('contentBlockDelta', { delta: { text: 'pay 10' } });
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(() => read(bad, bad.length), `byte ${at}`).toThrow(/checksum/);
    }
  });

  it('reads nothing more behind a frame that is broken', () => {
    const reader = new FrameReader();
    const bad = Buffer.from(three);
    bad[20] = (bad[20] ?? 0) ^ 1;
    expect(() => reader.read(bad)).toThrow(TypeError);
    expect(() => reader.read(three)).toThrow(TypeError);
  });

  it('holds no more than a frame may have, whatever its length says', () => {
    const reader = new FrameReader({ mostOfOne: 64 });
    expect(() => reader.read(eventFrame('x', 'y'.repeat(100)).subarray(0, 12))).toThrow(RangeError);
  });

  it('says that one has begun which is not whole', () => {
    expect(read(three.subarray(0, three.length - 1), 50).unfinished).toBe(true);
  });

  it('takes none that does not say what it is', () => {
    expect(() => new FrameReader().read(Buffer.from(oneHeader, 'hex'))).toThrow(TypeError);
  });

  it('reads an error without a type of exception as one', () => {
    const headers = {
      ':message-type': 'error',
      ':error-code': 'internalServerException',
      ':error-message': 'Oh',
    };
    expect(read(frame(headers, ''), 1_000).events).toEqual([
      { name: 'exception:internalServerException', data: '{"message":"Oh"}' },
    ]);
  });
});

describe('readHeaders', () => {
  const bytes = (...values: readonly (number | string)[]) =>
    Buffer.concat(
      values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value]))),
    );

  it('passes over values that are no text', () => {
    const headers = bytes(1, 'a', 0, 1, 'b', 4, 0, 0, 0, 9, 1, 'c', 6, 0, 2, 1, 2, 1, 'd', 7, 0, 1, 'x');
    expect([...readHeaders(headers)]).toEqual([['d', 'x']]);
  });

  it.each([
    ['ends in the middle of a name', bytes(9, 'a')],
    ['ends in the middle of a value', bytes(1, 'a', 7, 0, 9, 'x')],
    ['has a type that there is not', bytes(1, 'a', 77)],
    ['has a name twice', bytes(1, 'a', 7, 0, 1, 'x', 1, 'a', 7, 0, 1, 'y')],
  ])('takes nothing that %s', (_, headers) => {
    expect(() => readHeaders(headers)).toThrow();
  });
});
