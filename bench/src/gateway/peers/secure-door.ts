import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { Door } from '@signet/gateway';
import type { Site } from '../site.ts';

/** TLS by which clients may choose HTTP/2, as `signet start` opens it. */
export async function secureDoor({ certificate, key }: NonNullable<Site['tls']>): Promise<Door> {
  const [cert, privateKey] = await Promise.all([readFile(certificate), readFile(key)]);
  const tls = { cert, key: privateKey, ALPNProtocols: ['h2', 'http/1.1'] };
  return { scheme: 'https', open: (options) => createServer({ ...options, ...tls }) };
}
