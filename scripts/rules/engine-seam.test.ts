import { expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

const seam = 'packages/identity/src/oidc/engine.ts';

it('one file knows the protocol engine, so that another can take its place', () => {
  const importers = repositoryFiles(/^(packages|apps|testing|e2e|bench|examples)\/.*\.tsx?$/)
    .filter(({ text }) => /(?:from|import\()\s*'oidc-provider/.test(text))
    .map(({ path }) => path);
  expect(importers).toEqual([seam]);
});
