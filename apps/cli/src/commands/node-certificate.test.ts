import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';

const at = Date.UTC(2030, 0, 1) / 1000;

function opened() {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const file = (name: string) => join(folder.path, name);
  const certificate = (name: string) => new X509Certificate(readFileSync(file(name)));
  const make = (...words: readonly string[]) =>
    runInProcess(['node', 'certificate', ...words, '--folder', folder.path], { at });
  return { file, certificate, make };
}

describe('signet node certificate', () => {
  it('makes an authority once, and by it nodes that cannot pass for each other', async () => {
    const { file, certificate, make } = opened();
    const first = await make('control', '--host', 'control.internal', '--host', '10.0.0.7');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining(file('ca.key')) });
    const second = await make('edge-1');
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('nodes: { edge-1: {} }') });
    expect(second.out).not.toContain('ca.key');
    const authority = certificate('ca.pem');
    const [control, edge] = [certificate('control.pem'), certificate('edge-1.pem')];
    expect([authority.ca, control.ca, edge.ca]).toEqual([true, false, false]);
    for (const each of [control, edge]) expect(each.verify(authority.publicKey)).toBe(true);
    expect([control.keyUsage, edge.keyUsage]).toEqual([['1.3.6.1.5.5.7.3.1'], ['1.3.6.1.5.5.7.3.2']]);
    expect(control.checkHost('control.internal', { subject: 'never' })).toBe('control.internal');
    expect(control.checkIP('10.0.0.7')).toBe('10.0.0.7');
    expect(second.out).toContain(edge.fingerprint256);
    expect(`${first.out}${second.out}`).not.toContain('BEGIN');
    for (const key of ['ca.key', 'control.key', 'edge-1.key'])
      expect(statSync(file(key)).mode & 0o777).toBe(0o600);
  });

  it('leaves one that is there alone, unless it is told to replace it', async () => {
    const { certificate, make } = opened();
    await make('edge-1');
    const { fingerprint256 } = certificate('edge-1.pem');
    expect(await make('edge-1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing was changed'),
    });
    expect(certificate('edge-1.pem').fingerprint256).toBe(fingerprint256);
    expect((await make('edge-1', '--force')).code).toBe(0);
    expect(certificate('edge-1.pem').fingerprint256).not.toBe(fingerprint256);
  });

  it.each(['ca', '../edge', 'Edge', 'a b', '-a', 'x'.repeat(64)])(
    'takes no name such as "%s"',
    async (name) => {
      expect((await opened().make('--', name)).code).toBe(2);
    },
  );

  it.each(['https://a', 'a b', '10.0.0.7:1'])('takes no host such as "%s"', async (host) => {
    expect((await opened().make('control', '--host', host)).code).toBe(2);
  });
});
