import { describe, expect, it } from 'vitest';
import { mirrorsOf, mismatchIn } from './mirrored-headers.ts';
import { readMirrored, writeMirrored } from './mirrored-value.ts';
import { metaKeys, statelessRevision } from './revisions.ts';
import { type RpcRequest, readRpc } from './rpc-message.ts';

function asked(method: string, params: object): RpcRequest {
  const meta = { [metaKeys.revision]: statelessRevision, [metaKeys.capabilities]: {} };
  const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } });
  const message = readRpc(text);
  if (typeof message === 'string' || message.kind !== 'request') throw new TypeError('No request');
  return message;
}

const call = asked('tools/call', { name: 'read', arguments: { region: 'eu', deep: { size: 42 } } });
const parameters = [
  { name: 'Region', path: ['region'] },
  { name: 'Size', path: ['deep', 'size'] },
];
const good = [
  ...['MCP-Protocol-Version', statelessRevision, 'Mcp-Method', 'tools/call', 'Mcp-Name', 'read'],
  ...['Mcp-Param-Region', 'eu', 'Mcp-Param-Size', '42'],
];

/** The same headers with one of them otherwise. */
function withHeader(name: string, ...values: readonly string[]): readonly string[] {
  const at = good.indexOf(name);
  return [...good.slice(0, at), ...values.flatMap((value) => [name, value]), ...good.slice(at + 2)];
}

describe('headers that say what the body says', () => {
  it('may pass, and a number may be written otherwise', () => {
    expect(mismatchIn(call, good, parameters)).toBeUndefined();
    expect(mismatchIn(call, withHeader('Mcp-Param-Size', '42.0'), parameters)).toBeUndefined();
    expect(mismatchIn(call, ['mcp-param-other', 'x', ...good], parameters)).toBeUndefined();
  });

  it.each([
    ['MCP-Protocol-Version', []],
    ['MCP-Protocol-Version', ['2025-11-25']],
    ['Mcp-Method', []],
    ['Mcp-Method', ['tools/list']],
    ['Mcp-Method', ['Tools/Call']],
    ['Mcp-Method', ['tools/call', 'tools/call']],
    ['Mcp-Name', []],
    ['Mcp-Name', ['write']],
    ['Mcp-Name', ['read', 'write']],
    ['Mcp-Name', ['=?base64?d3JpdGU=?=']],
    ['Mcp-Param-Region', []],
    ['Mcp-Param-Region', ['us']],
    ['Mcp-Param-Size', ['43']],
  ] as const)('do not where %s is %j', (name, values) => {
    expect(mismatchIn(call, withHeader(name, ...values), parameters)).toBe(name);
  });

  it('name no parameter that was not given', () => {
    const bare = asked('tools/call', { name: 'read', arguments: { region: null } });
    expect(mismatchIn(bare, good.slice(0, 6), parameters)).toBeUndefined();
    expect(mismatchIn(bare, good.slice(0, 8), parameters)).toBe('Mcp-Param-Region');
  });

  it('take no other number for the name of a tool', () => {
    const named = asked('tools/call', { name: '42' });
    const headers = withHeader('Mcp-Name', '42.0').slice(0, 6);
    expect(mismatchIn(named, headers, [])).toBe('Mcp-Name');
  });

  it('are written so that they are read', () => {
    const strange = asked('tools/call', { name: 'wetter in 東京', arguments: { region: ' eu ' } });
    const headers = ['mcp-protocol-version', statelessRevision, ...mirrorsOf(strange, parameters)];
    expect(mismatchIn(strange, headers, parameters)).toBeUndefined();
    expect(headers.every((value) => /^[\x21-\x7e]+$/.test(value))).toBe(true);
  });
});

describe('a mirrored value', () => {
  it.each(['us-west1', 'Hello, 世界', ' padded ', 'line1\nline2', '=?base64?literal?=', ''])(
    'comes back: %j',
    (value) => {
      expect(readMirrored(writeMirrored(value))).toBe(value);
    },
  );

  it.each(['=?base64?YQ?=', '=?base64?YR==?=', '=?base64?Y Q==?=', '=?base64?/w==?=', 'a\u0000b', 'ü'])(
    'is none that is read in two ways: %j',
    (value) => {
      expect(readMirrored(value)).toBeUndefined();
    },
  );
});
