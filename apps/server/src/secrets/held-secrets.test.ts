import { describe, expect, it } from 'vitest';
import { holdSecrets } from './held-secrets.ts';

const places = (variables: Record<string, string>) => ({
  folder: '/nowhere',
  variable: (name: string) => variables[name],
});

describe('secrets of the configuration', () => {
  it('are read at the start, and known when the environment has lost them', () => {
    const variables: Record<string, string> = { OTHER_SECRET: 'otter' };
    const reference = { kind: 'env', name: 'OTHER_SECRET' } as const;
    const reveal = holdSecrets([reference], places(variables));
    delete variables['OTHER_SECRET'];
    expect(reveal({ ...reference })).toBe('otter');
  });

  it('that lead nowhere fail the start; one that came later, whoever asks', () => {
    const reference = { kind: 'env', name: 'NO_SECRET' } as const;
    const unreadable = expect.objectContaining({ code: 'secret_unreadable' });
    expect(() => holdSecrets([reference], places({}))).toThrow(unreadable);
    const variables: Record<string, string> = {};
    const reveal = holdSecrets([], places(variables));
    expect(() => reveal(reference)).toThrow(unreadable);
    variables['NO_SECRET'] = 'lamp';
    expect(reveal(reference)).toBe('lamp');
  });
});
