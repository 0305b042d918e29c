import { Writable } from 'node:stream';
import { newId } from '@signet/contracts';
import { expect, it } from 'vitest';
import { faultLog } from './fault-log.ts';
import { makeLogger } from './logger.ts';

it('writes the stack of an unforeseen error under the reference that the caller was given', () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  const reference = newId('reference');
  const report = faultLog(makeLogger('error', sink), 'gateway-1');
  report(new TypeError('broken invariant'), reference);
  report({ secret: 'value' }, reference);
  const [first, second] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ node: 'gateway-1', reference });
  expect(first.stack).toContain('TypeError: broken invariant');
  expect(second.stack).toBe('thrown: object');
});
