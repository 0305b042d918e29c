import { duplexPair } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openWire, type WireOptions } from './wire.ts';

const isText = (message: unknown) => (typeof message === 'string' ? message : undefined);

/** One end is a wire; what the other one writes may be anything. */
function opened(options: Partial<WireOptions<string>> = {}) {
  const [own, other] = duplexPair();
  const heard: string[] = [];
  const wire = openWire<string, string>(own, {
    mostIn: 1000,
    mostOut: 1000,
    silence: 10_000,
    read: isText,
    handle: (message) => heard.push(message),
    ...options,
  });
  return { wire, other, heard };
}

describe('a wire between nodes', () => {
  it('carries messages in their order, however they are cut', async () => {
    const [one, two] = duplexPair();
    const heard: string[] = [];
    const bounds = { mostIn: 1000, mostOut: 1000, silence: 10_000, read: isText };
    const left = openWire<string, string>(one, { ...bounds, handle: () => undefined });
    const right = openWire<string, string>(two, { ...bounds, handle: (each) => heard.push(each) });
    const texts = Array.from({ length: 50 }, (_, index) => `ä\n${index}`);
    for (const text of texts) left.send(text);
    left.end();
    expect(await right.ended).toBe('closed');
    expect(heard).toEqual(texts);

    const cut = opened();
    for (const byte of Buffer.from('{"n":1,"m":"ä"}\n')) cut.other.write(Buffer.of(byte));
    cut.other.end();
    await cut.wire.ended;
    expect(cut.heard).toEqual(['ä']);
  });

  it.each([
    ['a line that is too long', `{"n":1,"m":"${'x'.repeat(1000)}"}\n`, 'too large'],
    ['a line that never ends', 'x'.repeat(1001), 'too large'],
    ['no JSON', 'hello\n', 'no message'],
    ['JSON without a number', '{"m":"a"}\n', 'no message'],
    ['what is no message', '{"n":1,"m":{}}\n', 'no message'],
    ['a number that was left out', '{"n":2,"m":"a"}\n', 'out of order'],
    ['a number as a text', '{"n":"1","m":"a"}\n', 'out of order'],
  ])('ends at %s, and nothing of it is heard', async (_, sent, why) => {
    const { wire, other, heard } = opened();
    other.write(sent);
    expect(await wire.ended).toBe(why);
    expect(heard).toEqual([]);
    expect(wire.send('more')).toBe(false);
  });

  it('ends at a message that comes again, and hears none after it', async () => {
    const { wire, other, heard } = opened();
    other.write('{"n":1,"m":"a"}\n{"n":1,"m":"a"}\n{"n":2,"m":"b"}\n');
    expect(await wire.ended).toBe('out of order');
    expect(heard).toEqual(['a']);
  });

  it('sends nothing that is longer than the other end takes, and goes on', async () => {
    const { wire, other } = opened();
    expect(wire.send('x'.repeat(1000))).toBe(false);
    expect(wire.send('short')).toBe(true);
    const [piece] = await Array.fromAsync(other.take(1));
    expect(String(piece)).toBe('{"n":1,"m":"short"}\n');
  });

  it('lets no end that does not read fill its memory', async () => {
    const { wire } = opened({ mostOut: 20_000_000 });
    for (let count = 0; count < 5 && wire.send('x'.repeat(16_000_000)); count += 1);
    expect(await wire.ended).toBe('does not read');
  });
});
