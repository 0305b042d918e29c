import type { Declaration, DeclarationKind } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';

/** What one may say of an API, a role or a group by options; the rest by `--entry`. */
export interface DeclareOptions {
  readonly entry?: string;
  readonly audience?: string;
  readonly permission?: readonly string[];
  readonly lifetime?: string;
  readonly algorithm?: string;
  readonly claim?: readonly string[];
  readonly allow?: readonly string[];
  readonly role?: readonly string[];
}

/** The words of `signet.yaml` that the options stand for. What they mean is checked by the server. */
export function readDeclaration(kind: DeclarationKind, options: DeclareOptions): Declaration {
  return { ...(options.entry === undefined ? {} : readJson(options.entry)), ...byKind[kind](options) };
}

const byKind: Readonly<Record<DeclarationKind, (options: DeclareOptions) => Declaration>> = {
  api: ({ audience, permission, lifetime, algorithm, claim }) =>
    given({
      audience,
      permissions: permission,
      accessTokenLifetime: lifetime,
      algorithm,
      claims:
        claim && Object.fromEntries(claim.map((text) => pairOf(text, '--claim department=user.department'))),
    }),
  role: ({ allow }) => given({ permissions: allow && permissionsOf(allow) }),
  group: ({ role }) => given({ roles: role }),
};

function permissionsOf(allow: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const pairs = allow.map((text) => pairOf(text, '--allow orders=orders:read'));
  const apis = [...new Set(pairs.map(([api]) => api))];
  return Object.fromEntries(
    apis.map((api) => [api, pairs.filter(([other]) => other === api).map(([, permission]) => permission)]),
  );
}

function given(members: Declaration): Declaration {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function pairOf(text: string, example: string): readonly [string, string] {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw usageFailure({
    sentence: 'This names nothing.',
    expected: 'a name, `=` and a value',
    actual: 'something else',
    fix: `Write it as \`${example}\`.`,
  });
}

function readJson(text: string): Declaration {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, with all else that is no object.
  }
  throw usageFailure({
    sentence: '--entry is no JSON object.',
    expected: 'an object as it stands in signet.yaml, as JSON',
    actual: 'something else',
    fix: `Write \`--entry '{"audience":"https://api.example"}'\`.`,
  });
}
