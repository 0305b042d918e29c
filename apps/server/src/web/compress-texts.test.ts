import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { compressTexts } from './compress-texts.ts';
import { serveWeb } from './static-web.ts';

it.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined],
])('a browser that accepts %s gets the same text, cached alike', async (accepted, encoding) => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'assets'));
  const text = 'export const words = "the same words";\n'.repeat(100);
  writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>Signet</title>');
  writeFileSync(join(folder.path, 'assets', 'main-0a1b2c3d.js'), text);
  compressTexts(folder.path);
  const app = fastify();
  await serveWeb(app, folder.path, (reply) => reply.code(404).send());
  const url = new URL('/assets/main-0a1b2c3d.js', await app.listen({ port: 0, host: '127.0.0.1' }));

  const response = await fetch(url, { headers: { 'accept-encoding': accepted } });
  expect(response.headers.get('content-encoding') ?? undefined).toBe(encoding);
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toBe(text);
  await app.close();
});
