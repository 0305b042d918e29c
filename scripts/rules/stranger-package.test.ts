import { describe, expect, it } from 'vitest';
import type { SourceFile } from './import-rules.ts';
import { repositoryFiles } from './repository-files.ts';

/** On npm `signet` is somebody else's. Without `--no`, npx outside our folder would fetch and run that one. */
const fetching = /\bnpx\s+(?!--no\s)(?:-\S+\s+)*signet\b/;

const told = /\.(?:md|[cm]?[jt]sx?|json|ya?ml|html)$/;
/** This rule names what it forbids, and the changelog says what was. */
const elsewhere = /^CHANGELOG\.md$|\/stranger-package\.test\.ts$/;

function fetchedIn(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => fetching.test(text)).map(({ path }) => path);
}

describe('the name signet on npm', () => {
  it('is never fetched by a command that we tell anybody', () => {
    const files = repositoryFiles(told).filter(({ path }) => !elsewhere.test(path));
    expect(files.length).toBeGreaterThan(500);
    expect(fetchedIn(files)).toEqual([]);
  });

  it.each(['npx signet login', 'npx --yes signet', 'npx\nsignet'])('would be seen in “%s”', (text) => {
    expect(fetchedIn([{ path: 'README.md', text }])).toEqual(['README.md']);
  });

  it('is ours with --no', () => {
    expect(fetchedIn([{ path: 'README.md', text: 'npx --no signet login' }])).toEqual([]);
  });
});
