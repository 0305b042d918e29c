import { createOperatorCredential } from '@signet/sdk/admin';

/* An operator's program that holds the master key. */

const masterKey = crypto.getRandomValues(new Uint8Array(32));
const request = { method: 'GET', target: '/admin/users', body: '' };
const credential: string = await createOperatorCredential(
  masterKey,
  'https://login.example',
  request,
  Date.now(),
);
process.stdout.write(`${credential.split('.').length} parts\n`);
