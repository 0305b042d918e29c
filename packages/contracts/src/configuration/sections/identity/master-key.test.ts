import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const secret = 'ab'.repeat(32);

const read = (masterKey: string) =>
  readConfiguration(`identity:\n  sessionLifetime: 30d\n  masterKey: ${masterKey}\n`, {
    fileName: 'signet.yaml',
  });

describe('identity.masterKey', () => {
  it.each([
    ['env:SIGNET_KEY', { kind: 'env', name: 'SIGNET_KEY' }],
    ['file:/etc/signet/master.key', { kind: 'file', path: '/etc/signet/master.key' }],
    ['file:master key', { kind: 'file', path: 'master key' }],
    ['exec:pass show signet', { kind: 'exec', command: 'pass show signet' }],
  ])('is a reference: %s', (written, reference) => {
    const reading = read(written);
    expect(reading.ok && [reading.configuration.identity.masterKey, reading.warnings]).toEqual([
      reference,
      [],
    ]);
  });

  it('may be the key itself, which is warned about with its line', () => {
    const reading = read(secret);
    expect(reading).toMatchObject({
      ok: true,
      warnings: [{ line: 3, column: 14, path: 'identity.masterKey', fix: expect.stringContaining('600') }],
    });
  });

  it('is not shown by whatever prints, logs or sends the configuration or its warnings', () => {
    const reading = read(secret);
    expect(JSON.stringify(reading) + inspect(reading, { depth: 9 })).not.toContain(secret);
    const { masterKey } = reading.ok ? reading.configuration.identity : {};
    expect(masterKey?.kind === 'literal' && masterKey.secret.reveal()).toBe(secret);
  });

  it.each(['"env:NOT A NAME"', '"env:"', '"file:"', '"exec: "', '"file:a\\0b"', `[${secret}]`, '""'])(
    'is refused, and not shown, where it is neither: %s',
    (written) => {
      const reading = read(written);
      expect(reading.ok ? [] : reading.problems).toMatchObject([
        { line: 3, actual: 'something that is not shown, as it may be a secret' },
      ]);
      expect(JSON.stringify(reading)).not.toContain(secret);
    },
  );
});
