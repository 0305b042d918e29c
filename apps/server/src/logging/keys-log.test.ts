import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { keysLog } from './keys-log.ts';
import { makeLogger } from './logger.ts';

it('names each key of an issuer that is not used, with the reason', () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  const report = keysLog(makeLogger('warn', sink), 'gateway-1');
  const refusal = { code: 'key_too_short', sentence: 'The key is too short for RS256.' } as const;
  report('https://login.example', [{ kid: 'old', refusal }]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      node: 'gateway-1',
      issuer: 'https://login.example',
      kid: 'old',
      code: 'key_too_short',
      reason: refusal.sentence,
    },
  ]);
});
