import { describe, expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';
import { slowExpressions } from './slow-expressions.ts';

/** What sees texts of strangers: all rooms but the web app, in which a reader keeps only himself waiting. */
const sources = repositoryFiles(/^(?:packages|apps\/(?:server|cli))\/.*(?<!\.test)\.ts$/).filter(
  ({ path }) => !path.includes('/testing/'),
);

/** Found by the rule, and linear all the same. */
const judged: readonly { readonly path: string; readonly pattern: string; readonly linear: string }[] = [
  {
    path: 'apps/cli/src/commands/client/add.ts',
    pattern: String.raw`-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----`,
    linear: 'What repeats holds no hyphen, and each beginning needs five: none of them passes over another.',
  },
  {
    path: 'apps/server/src/certificates/client-authorities.ts',
    pattern: String.raw`-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----`,
    linear: 'What repeats holds no hyphen, and each beginning needs five: none of them passes over another.',
  },
  {
    path: 'apps/server/src/doctor/sample.ts',
    pattern: String.raw`\{[^{}]*\}`,
    linear: 'What repeats holds no brace, and each beginning needs one: none of them passes over another.',
  },
  {
    path: 'apps/server/src/secrets/stores/azure/azure-token.ts',
    pattern: String.raw`\/+$`,
    linear: 'An address of our own configuration.',
  },
  {
    path: 'apps/server/src/secrets/stores/vault/vault-line.ts',
    pattern: String.raw`\/+$`,
    linear: 'An address of our own configuration.',
  },
  {
    path: 'apps/server/src/web/static-web.ts',
    pattern: String.raw`[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+(\.br|\.gz)?$`,
    linear: 'Paths of our own files, which no stranger names.',
  },
  {
    path: 'apps/server/src/web/static-web.ts',
    pattern: String.raw`\.\w+$`,
    linear: 'What repeats holds no dot, and each beginning needs one: none of them passes over another.',
  },
  {
    path: 'packages/ai/src/failure/sayable.ts',
    pattern: String.raw`\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*`,
    linear: 'The first 4,000 characters alone are searched.',
  },
  {
    path: 'packages/ai/src/failure/sayable.ts',
    pattern: String.raw`\b(bearer)\s+[\w.*~+/=-]+`,
    linear: 'The first 4,000 characters alone are searched.',
  },
  {
    path: 'packages/ai/src/source/data-url.ts',
    pattern: String.raw`^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)((?:;[a-z0-9-]+=[^;,]*)*);base64,`,
    linear: 'The first 300 characters alone are searched.',
  },
  {
    path: 'packages/contracts/src/configuration/problems/show-value.ts',
    pattern: String.raw`\/\/[^/]*@`,
    linear: 'What repeats holds no slash, and each beginning needs two: none of them passes over another.',
  },
  {
    path: 'packages/contracts/src/configuration/sections/routes/checks/own-tools.ts',
    pattern: String.raw`\{[^{}]*\}`,
    linear: 'The path of a route: what stands between holds no brace, so no beginning passes over another.',
  },
  {
    path: 'packages/contracts/src/paths/canonical-path.ts',
    pattern: String.raw`\/\.{1,2}(?:%20|\+)*(?:\/|$|%3F|%23)`,
    linear: 'What repeats holds no slash, and each beginning needs one: none of them passes over another.',
  },
  {
    path: 'packages/contracts/src/paths/canonical-path.ts',
    pattern: String.raw`\/\.{1,2}[ +]*(?:[/?#]|$)`,
    linear: 'What repeats holds no slash, and each beginning needs one: none of them passes over another.',
  },
  {
    path: 'packages/control/src/operators/check-binding.ts',
    pattern: String.raw`\?.*$`,
    linear: 'The target of a request: no line ends in it, so the first beginning reaches the end.',
  },
  {
    path: 'packages/gateway/src/mcp/own/argument-shape.ts',
    pattern: String.raw`\{([^{}*]+)\*?\}`,
    linear:
      'The path of a route, in the configuration: what stands between holds no brace, so no beginning passes over another.',
  },
  {
    path: 'packages/gateway/src/mcp/own/written-request.ts',
    pattern: String.raw`\{[^{}]*\}$`,
    linear: 'The same: no beginning passes over another.',
  },
  {
    path: 'packages/gateway/src/mcp/own/written-request.ts',
    pattern: String.raw`\{([^{}*]+)\*?\}`,
    linear: 'The same: no beginning passes over another.',
  },
  {
    path: 'packages/gateway/src/snapshot/route-table.ts',
    pattern: String.raw`\/\{[^}]*\*\}$`,
    linear: 'Patterns of our own configuration.',
  },
  {
    path: 'packages/token/src/keys/canonical-subject.ts',
    pattern: String.raw`^ *([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)=((?:[^\\",;+<>]|\\(?:[0-9A-Fa-f]{2}|[ "#+,;<=>\\]))*)([,+]|$)`,
    linear: 'Begins at the beginning alone, and no two parts that repeat share a character.',
  },
  {
    path: 'packages/token/src/keys/pem.ts',
    pattern: String.raw`-----BEGIN (?!EC PARAMETERS)([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----`,
    linear: 'What repeats holds no hyphen, and each beginning needs five: none of them passes over another.',
  },
  {
    path: 'packages/token/src/lint/kid-rules.ts',
    pattern: String.raw`['"${'`'}]\s*(?:;|--|or\b|and\b|union\b|\|\|)|\bunion\b.{1,80}\bselect\b|;\s*drop\b`,
    linear: 'What repeats is white space, or bounded, and no beginning is: none of them passes over another.',
  },
  {
    path: 'packages/token/src/lint/kid-rules.ts',
    pattern: String.raw`\$\(|${'`'}|[|;&]\s*[a-z/]|\$\{`,
    linear: 'What repeats is white space, and no beginning is: none of them passes over another.',
  },
  {
    path: 'packages/token/src/lint/sensitive-rules.ts',
    pattern: String.raw`\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk_live_[A-Za-z0-9]{16,})\b`,
    linear: 'A beginning needs the edge of a word, and what repeats holds letters and digits only.',
  },
  {
    path: 'packages/token/src/parse/find-tokens.ts',
    pattern: String.raw`(?<![\w.-])e[wy][\w-]{4,}={0,2}(?:\.[\w-]*={0,2}){2,4}(?:~[\w~.-]*)?`,
    linear: 'No match begins within what another could hold, and no two parts that repeat share a character.',
  },
];

const named = ({ path, pattern }: { readonly path: string; readonly pattern: string }) => ({ path, pattern });

describe('expressions whose work may grow faster than the text', () => {
  it('are none but those that were judged', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(slowExpressions(sources).map(named)).toEqual(judged.map(named));
  });

  it.each([
    ['a | +$', 'begins anew at every place'],
    ['=+$', 'begins anew at every place'],
    ['x[ab]*?c', 'begins anew at every place'],
    ['(?:eyJ\\w{6,})\\.', 'begins anew at every place'],
    ['^(a+)+$', 'repeats what repeats'],
    ['^(?:a*b?){2,}$', 'repeats what repeats'],
    ['^(?:\\.[a.]+)*$', 'repeats what repeats'],
  ])('would be found: %s', (pattern, why) => {
    expect(slowExpressions([{ path: 'a.ts', text: `const a = /${pattern}/;` }])).toMatchObject([{ why }]);
  });

  it.each(['^ +$', '\\s+', '[^a]+|^ +$', '%[0-9a-f]{2}', '^(?:a|b)+$', '^a+(?:\\.[a-z]+)*$', '(?:a|[*+]b)c'])(
    'are not those that begin at one place, or end with what repeats: %s',
    (pattern) => {
      expect(slowExpressions([{ path: 'a.ts', text: `const a = /${pattern}/g;` }])).toEqual([]);
    },
  );
});
