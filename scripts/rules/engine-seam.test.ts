import { expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

const seam = 'packages/identity/src/oidc/engine.ts';

/** The bench runs it plain, to compare with; it takes nobody's place there. */
const compared = 'bench/src/identity/peers/oidc-provider.ts';

it('one file knows the protocol engine, so that another can take its place', () => {
  const importers = repositoryFiles(/^(packages|apps|testing|e2e|bench|examples)\/.*\.tsx?$/)
    .filter(({ text }) => /(?:from|import\()\s*'oidc-provider/.test(text))
    .map(({ path }) => path)
    .filter((path) => path !== compared);
  expect(importers).toEqual([seam]);
});
