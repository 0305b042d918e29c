import { describe, expect, it } from 'vitest';
import type { SourceFile } from './import-rules.ts';
import { repositoryFiles } from './repository-files.ts';

interface Place {
  readonly envelope: string;
  /** How a source shows that it makes one. */
  readonly made: RegExp;
  readonly allowed: RegExp;
}

/** Which envelope of a refusal is for what: docs/decisions/0021. */
const places: readonly Place[] = [
  { envelope: 'KeyResult', made: /\bkeyRefused\(/, allowed: /^packages\/token\// },
  {
    envelope: '{ ok }',
    made: /\breadonly ok: (?:true|false)\b/,
    allowed:
      /^packages\/(?:contracts\/src\/(?:api\/read-body|configuration\/read-configuration)|conditions\/src\/read-expression)\.ts$/,
  },
  { envelope: 'Outcome', made: /\bdenied\(/, allowed: /^packages\/identity\// },
  { envelope: 'Denial', made: /\bnew Denial\(/, allowed: /^packages\/gateway\// },
  {
    envelope: 'SignetError',
    made: /\bnew SignetError\(/,
    allowed:
      /^(?:packages\/(?:contracts|identity|control|store|sdk|http|trust)|apps\/(?:server|cli))\/|^packages\/gateway\/src\/(?:snapshot\/|mcp\/(?:own\/compile-own-tools|compiled-mcp))/,
  },
];

function misplaced(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    places
      .filter(({ made, allowed }) => made.test(text) && !allowed.test(path))
      .map(({ envelope }) => `${path}: ${envelope}`),
  );
}

describe('an envelope of a refusal', () => {
  it('is made where it belongs', () => {
    const sources = repositoryFiles(/^(?:packages|apps)\/[a-z-]{1,40}\/src\/.{1,200}\.tsx?$/).filter(
      ({ path }) => !/\.test\.tsx?$|\/testing\//.test(path),
    );
    expect(sources.length).toBeGreaterThan(500);
    expect(misplaced(sources)).toEqual([]);
    for (const { envelope, made } of places) {
      expect(
        sources.some(({ text }) => made.test(text)),
        envelope,
      ).toBe(true);
    }
  });

  it('is seen in another place', () => {
    const text = "throw new SignetError(refusal('overloaded.requests', { most }));";
    expect(misplaced([{ path: 'packages/gateway/src/steps/limit.ts', text }])).toEqual([
      'packages/gateway/src/steps/limit.ts: SignetError',
    ]);
  });
});
