import { type McpServer, readConfiguration } from '@signet/contracts';
import { readJson } from '@signet/token/json';
import { askServer } from '@signet/trust/ask-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTool, TestToolServer, writeTool } from '../testing/test-tool-server.ts';
import { createDescribeTools } from './describe-tools.ts';
import { digestOf } from './tool-definition.ts';

const key = 'a-key-that-only-the-server-may-see';

function digest(tool: object): string {
  const reading = readJson(JSON.stringify(tool));
  if (reading.kind !== 'json') throw new TypeError('No JSON');
  return digestOf(reading.root);
}

function serverOf(lines: string): McpServer {
  const text = `version: 1\nmcp:\n  servers:\n    files:\n${lines}\n`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  const server = reading.ok ? reading.configuration.mcp.servers['files'] : undefined;
  if (server === undefined) throw new TypeError(JSON.stringify(reading));
  return server;
}

const describeTools = createDescribeTools({ askServer, readHanded: async () => [key] });

describe.each(['stateless', 'sessions'] as const)('the tools of a server that speaks %s', (speaks) => {
  let server: TestToolServer;
  beforeAll(async () => {
    server = await TestToolServer.start(speaks);
  });
  beforeEach(() => {
    server.tools = [readTool, writeTool];
    server.asked.length = 0;
  });
  afterAll(() => server.close());

  const written = (tools: string, more = '') =>
    serverOf(
      `      url: ${server.url}\n      speaks: ${speaks}\n      key: 'env:KEY'\n      tools: ${tools}${more}`,
    );

  it('are told with their digests, and which of them wait', async () => {
    const other = `sha256:${'0'.repeat(64)}`;
    const tools = `{ read: { digest: '${other}' }, write: { digest: '${digest(writeTool)}' }, gone: {} }`;
    const told = await describeTools('files', written(tools));
    expect(told).toMatchObject({ server: 'files', outcome: 'answers', missing: ['gone'] });
    expect(told.tools.map((tool) => [tool.name, tool.digest, tool.state])).toEqual([
      ['read', digest(readTool), 'changed'],
      ['write', digest(writeTool), 'approved'],
    ]);
    expect(JSON.parse(told.tools[0]?.definition ?? '')).toEqual(readTool);
    expect(server.last('tools/list').headers.authorization).toBe(`Bearer ${key}`);
  });

  it('are named by nobody, or wait, or are all taken', async () => {
    const stateIn = async (lines: McpServer) =>
      (await describeTools('files', lines)).tools.map(({ state }) => state);
    expect(await stateIn(written('{ read: {} }'))).toEqual(['waiting', 'unnamed']);
    const aloud = '\n      dangerouslyTakeUnapprovedTools: true';
    expect(await stateIn(written('{}', aloud))).toEqual(['taken', 'taken']);
  });

  it('are asked for by no token of a person', async () => {
    const lines = `      url: ${server.url}\n      speaks: ${speaks}\n      credential: sealed\n      tools: { read: {} }`;
    expect((await describeTools('files', serverOf(lines))).outcome).toBe('asked-for-each');
    expect(server.asked).toEqual([]);
  });
});

it('says of a server that is away or refuses no more than that', async () => {
  const files = serverOf(
    `      url: https://files.example/mcp\n      key: 'env:KEY'\n      tools: { read: {} }`,
  );
  const answering = (answer: () => Promise<Response>) =>
    createDescribeTools({ askServer: answer, readHanded: async () => [key] })('files', files);
  const away = await answering(async () => Promise.reject(new Error(`No way to files.example by ${key}`)));
  expect(away).toEqual({ server: 'files', outcome: 'unreachable', tools: [], missing: [] });
  const refused = await answering(async () => new Response(`Not by ${key}`, { status: 401 }));
  expect(refused).toMatchObject({ outcome: 'key-refused', status: 401 });
  const page = await answering(async () => new Response('<html>', { status: 200 }));
  expect(page).toMatchObject({ outcome: 'other-answer', status: 200, tools: [] });
  const other = { jsonrpc: '2.0', id: 'another', result: { tools: [readTool] } };
  expect(await answering(async () => Response.json(other))).toMatchObject({ outcome: 'other-answer' });
  expect(JSON.stringify([away, refused, page])).not.toContain(key);
});
