import { expect, it } from 'vitest';
import { BodyLimit } from './body-limit.ts';

it('a body that grows too large after its request was answered ends no process', async () => {
  const limit = new BodyLimit(4);
  limit.resume();
  limit.write(Buffer.from('four'));
  expect(limit.errored).toBeNull();
  const closed = new Promise((resolve) => limit.once('close', resolve));
  limit.write(Buffer.from('more'));
  await closed;
  expect(limit.errored).toBeInstanceOf(RangeError);
});
