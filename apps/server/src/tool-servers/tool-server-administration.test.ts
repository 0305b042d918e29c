import { readConfiguration } from '@signet/contracts';
import { expect, it } from 'vitest';
import { createToolServerAdministration } from './tool-server-administration.ts';

it('asks the servers of the configuration that runs, and no other', async () => {
  const text = `version: 1
mcp: { servers: { files: { url: 'https://files.example/mcp', tools: { read: {} } } } }`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(JSON.stringify(reading.problems));
  const asked: string[] = [];
  const servers = createToolServerAdministration(
    () => reading.configuration.mcp,
    async (name, { url }) => {
      asked.push(`${name} at ${url}`);
      return { server: name, outcome: 'answers', tools: [], missing: ['read'] };
    },
  );
  expect(await servers.tools('files')).toMatchObject({ server: 'files', missing: ['read'] });
  for (const name of ['mail', 'constructor', '__proto__'])
    await expect(servers.tools(name)).rejects.toMatchObject({ refusal: { code: 'tool_server_unknown' } });
  expect(asked).toEqual(['files at https://files.example/mcp']);
});
