import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operatorOf } from '../testing/busy-administrator.ts';
import { askEachProcess, callAnew } from '../testing/gateway-processes.ts';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

describe.each([1, 2])('a change of the configuration with %i gateway process(es)', (workers) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'signet.yaml');
  let signet: TestSignet;
  let original: string;

  beforeAll(async () => {
    signet = await startSignet(folder.path, { flags: { workers: String(workers) } });
    original = readFileSync(file, 'utf8');
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  const statusOf = async (path: string) => {
    const answers = await askEachProcess(() => callAnew(`${signet.gateway}${path}`));
    return answers.map(({ status }) => status);
  };
  const everywhere = (status: number) => Array.from({ length: workers }, () => status);

  it('is taken over by every gateway when the file is saved', async () => {
    const before = signet.configuration.state().version;
    writeFileSync(file, original.replace('path: /status', 'path: /health'));
    await vi.waitUntil(() => signet.configuration.state().version !== before, { timeout: 10_000 });
    const states = await signet.gateways.states();
    expect(new Set(states.map((each) => each.configurationVersion))).toEqual(
      new Set([signet.configuration.state().version]),
    );
    expect(states).toHaveLength(workers);
    expect(await statusOf('/health')).toEqual(everywhere(200));
    expect(await statusOf('/status')).toEqual(everywhere(404));
  });

  it('is noticed when an editor writes another file and puts it in its place', async () => {
    const before = signet.configuration.state().version;
    writeFileSync(`${file}~`, original.replace('path: /status', 'path: /alive'));
    renameSync(`${file}~`, file);
    await vi.waitUntil(() => signet.configuration.state().version !== before, { timeout: 10_000 });
    expect(await statusOf('/alive')).toEqual(everywhere(200));
  });

  it('leaves the old one running when the file has an error, and says which line', async () => {
    const before = signet.configuration.state().version;
    writeFileSync(file, original.replace('public: true', 'publik: true'));
    await vi.waitUntil(() => signet.configuration.state().lastProblem !== undefined, { timeout: 10_000 });
    const { version, lastProblem } = signet.configuration.state();
    const line = original.split('\n').findIndex((each) => each.includes('public: true')) + 1;
    expect(version).toBe(before);
    expect(lastProblem?.problems).toContainEqual(expect.objectContaining({ line }));
    expect(signet.logged()).toContain('the old one stays in force');
    expect(await statusOf('/alive')).toEqual(everywhere(200));
  });

  it('forgets the error once the file is mended', async () => {
    writeFileSync(file, original);
    await vi.waitUntil(() => signet.configuration.state().lastProblem === undefined, { timeout: 10_000 });
    expect(await statusOf('/status')).toEqual(everywhere(200));
  });

  it('is followed by every gateway when it is applied, whatever the file says from then on, and after a restart', async () => {
    const operator = operatorOf(signet.web, folder.path);
    const { text, etag: ifMatch } = await operator.exportConfiguration();
    const { number, etag } = await operator.applyConfiguration({
      text: text.replace('path: /status', 'path: /applied'),
      ifMatch,
    });
    expect(await statusOf('/applied')).toEqual(everywhere(200));
    expect(await statusOf('/status')).toEqual(everywhere(404));
    const bad = text.replace('upstream: echo', 'upstream: gone');
    await expect(operator.applyConfiguration({ text: bad, ifMatch: etag })).rejects.toMatchObject({
      code: 'configuration_refused',
    });
    writeFileSync(file, original.replace('path: /status', 'path: /of-the-file'));
    await signet.configuration.reload();
    expect(signet.configuration.state()).toMatchObject({ applied: { number, shadowed: ['routes'] } });
    expect(signet.logged()).toContain('these sections of the file do not count');
    expect(await statusOf('/applied')).toEqual(everywhere(200));
    await signet.close();
    signet = await startSignet(folder.path, { flags: { workers: String(workers) } });
    expect(signet.logged()).toContain('these sections of the file do not count');
    expect(await statusOf('/applied')).toEqual(everywhere(200));
    const again = operatorOf(signet.web, folder.path);
    const applied = await again.exportConfiguration();
    await again.rollBackConfiguration({ number: 0, ifMatch: applied.etag });
    expect(await statusOf('/of-the-file')).toEqual(everywhere(200));
    expect(await statusOf('/applied')).toEqual(everywhere(404));
    expect(signet.configuration.state().applied).toBeUndefined();
  });
});
