import { execFileSync, spawnSync } from 'node:child_process';
import { describeUnlessMissing } from '@signet/testing/suites';

/** Debian's own, for which its package manager brings PyJWT; another may stand in front on the search path. */
const interpreter = '/usr/bin/python3';

/** Tests that make tokens with PyJWT. Left out, loudly, where Python lacks it; with CI set that is a failure. */
export function describeWithPyJwt(name: string, tests: () => void): void {
  const probe = spawnSync(interpreter, ['-c', 'import jwt, cryptography'], { stdio: 'ignore' });
  const advice = 'python3-jwt and python3-cryptography (apt-get install python3-jwt python3-cryptography)';
  describeUnlessMissing(name, probe.status === 0 ? undefined : advice, tests);
}

/** What a Python program prints. `given` is bound to `given`; `jwt`, `json`, `base64` and `urllib` are imported. */
export function python(lines: readonly string[], given: unknown = null): string {
  const program = [
    'import base64, json, sys, urllib.parse, jwt',
    'given = json.load(sys.stdin)',
    ...lines,
  ].join('\n');
  const input = JSON.stringify(given);
  return execFileSync(interpreter, ['-c', program], { input, encoding: 'utf8' }).trimEnd();
}
