import type { z } from 'zod';
import { readAllowed } from '../fields/allowed.ts';
import type { Finding } from './configuration-problem.ts';
import { nearest } from './nearest.ts';
import { showValue } from './show-value.ts';
import { valueAt } from './value-at.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Turns what zod found in `document` into findings: one for each unknown key, one for each wrong value. */
export function describeIssue(issue: Issue, document: unknown): readonly Finding[] {
  const path = issue.path.filter((segment) => typeof segment !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], readAllowed(issue.message).expected));
  }
  if (issue.code === 'invalid_key') return [wrongName(path, issue)];
  return [wrongValue(path, issue, document)];
}

function unknownKey(path: Path, known: string): Finding {
  const key = String(path.at(-1));
  return {
    path,
    atKey: true,
    actual: `the unknown key ${showValue(key)}`,
    expected: known,
    fix: suggestion(key, known),
  };
}

function suggestion(key: string, known: string): string {
  const meant = nearest(
    key,
    known.split(', ').map((name) => name.replaceAll('`', '')),
  );
  return meant === undefined ? 'Remove it, or use one of these.' : `Did you mean \`${meant}\`?`;
}

function wrongName(path: Path, issue: Extract<Issue, { code: 'invalid_key' }>): Finding {
  const { expected, fix } = readAllowed(issue.issues[0]?.message ?? issue.message);
  return { path, atKey: true, actual: `the name ${showValue(path.at(-1))}`, expected, fix };
}

function wrongValue(path: Path, issue: Issue, document: unknown): Finding {
  const value = valueAt(document, path);
  const { expected, fix } = readAllowed(issue.message);
  return {
    path,
    atKey: typeof value === 'object' && value !== null,
    actual: holdsSecret(path) ? 'something that is not shown, as it may be a secret' : showValue(value),
    expected,
    fix,
  };
}

/** What stands where a secret is expected may be one, in whatever wrong form. */
function holdsSecret(path: Path): boolean {
  return ['secrets', 'masterKey', 'previousMasterKey', 'passwordHash'].some((key) => path.includes(key));
}
