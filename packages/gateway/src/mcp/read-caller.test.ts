import { describe, expect, it } from 'vitest';
import { readCaller } from './read-caller.ts';
import { metaKeys } from './revisions.ts';
import { type RpcMessage, readRpc } from './rpc-message.ts';

function message(body: object): RpcMessage {
  const read = readRpc(JSON.stringify({ jsonrpc: '2.0', ...body }));
  if (typeof read === 'string') throw new TypeError(read);
  return read;
}

const meta = (revision: string) => ({ [metaKeys.revision]: revision, [metaKeys.capabilities]: {} });
const list = (revision: string, more: object = {}) =>
  message({ id: 1, method: 'tools/list', params: { _meta: { ...meta(revision), ...more } } });
const headers = ['mcp-protocol-version', '2026-07-28', 'mcp-method', 'tools/list'];

describe('how a client speaks', () => {
  it('is said by each request, or was agreed on before', () => {
    expect(readCaller(list('2026-07-28'), headers)).toEqual({ era: 'stateless', revision: '2026-07-28' });
    const before = message({ id: 1, method: 'tools/list' });
    expect(readCaller(before, ['mcp-protocol-version', '2025-06-18'])).toEqual({
      era: 'sessions',
      revision: '2025-06-18',
    });
    expect(readCaller(message({ id: 1, method: 'initialize' }), [])).toMatchObject({ era: 'sessions' });
  });

  it.each([
    ['only in the header', message({ id: 1, method: 'tools/list' }), headers, -32020],
    ['only in the body', list('2026-07-28'), [], -32020],
    [
      'otherwise in each',
      list('2026-07-28'),
      ['mcp-protocol-version', '2025-11-25', 'mcp-method', 'tools/list'],
      -32020,
    ],
    ['twice', list('2026-07-28'), ['mcp-protocol-version', '2026-07-28', ...headers], -32020],
    [
      'with another method beside',
      list('2026-07-28'),
      ['mcp-protocol-version', '2026-07-28', 'mcp-method', 'ping'],
      -32020,
    ],
    [
      'of a time to come',
      list('2099-01-01'),
      ['mcp-protocol-version', '2099-01-01', 'mcp-method', 'tools/list'],
      -32022,
    ],
    [
      'of a time before',
      message({ id: 1, method: 'tools/list' }),
      ['mcp-protocol-version', '2024-11-05'],
      -32022,
    ],
    ['nowhere', message({ id: 1, method: 'tools/list' }), [], -32022],
    ['without what the client can do', list('2026-07-28', { [metaKeys.capabilities]: 1 }), headers, -32602],
  ])('is refused where it is said %s', (_, asked, head, code) => {
    expect(readCaller(asked, head)).toMatchObject({ code });
  });

  it('has no notifications where each request says all of itself', () => {
    const told = message({ method: 'notifications/cancelled', params: { _meta: meta('2026-07-28') } });
    expect(readCaller(told, headers)).toMatchObject({ code: -32600 });
  });
});
