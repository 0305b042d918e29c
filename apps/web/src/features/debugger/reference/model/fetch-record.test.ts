import { newId } from '@signet/contracts';
import { expect, it } from 'vitest';
import { fetchRecord } from './fetch-record.ts';

it('takes no record of another request', async () => {
  const fetch = async () => new Response(JSON.stringify({ reference: newId('reference') }));
  const surroundings = { origin: 'http://signet.test', fetch };
  expect(await fetchRecord(surroundings, newId('reference'), 'a token')).toEqual({ kind: 'nobody' });
});
