import { readConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createHeldSecrets } from './held-secrets.ts';

const places = (variables: Record<string, string>) => ({
  folder: '/nowhere',
  variable: (name: string) => variables[name],
});

function configurationOf(password: string) {
  const mail = {
    from: 'signet@example.org',
    smtp: { server: 'smtp://mail.example:587', username: 'signet', password },
  };
  const reading = readConfiguration(JSON.stringify({ mail }), { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.configuration;
}

const unreadable = expect.objectContaining({ code: 'secret_unreadable' });

describe('secrets of the configuration', () => {
  it('are read at the start, and known when the environment has lost them', async () => {
    const variables: Record<string, string> = { OTHER_SECRET: 'otter' };
    const held = createHeldSecrets(places(variables));
    await held.hold(configurationOf('env:OTHER_SECRET'));
    delete variables['OTHER_SECRET'];
    await held.hold(configurationOf('env:OTHER_SECRET'));
    expect(held.reveal({ kind: 'env', name: 'OTHER_SECRET' })).toBe('otter');
  });

  it('that lead nowhere fail the start, or the change that brings them', async () => {
    const held = createHeldSecrets(places({}));
    await expect(held.hold(configurationOf('env:NO_SECRET'))).rejects.toThrow(unreadable);
    expect(() => held.reveal({ kind: 'env', name: 'NO_SECRET' })).toThrow(unreadable);
  });
});
