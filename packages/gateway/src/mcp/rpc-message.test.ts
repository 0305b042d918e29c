import { describe, expect, it } from 'vitest';
import { readRpc, textAt } from './rpc-message.ts';

const call = '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"read"}}';

describe('a message', () => {
  it('is read with its text as it came', () => {
    const message = readRpc(call);
    expect(message).toMatchObject({ kind: 'request', id: '7', method: 'tools/call', text: call });
    expect(typeof message !== 'string' && message.kind === 'request' && textAt(message.params, 'name')).toBe(
      'read',
    );
  });

  it.each([
    ['notification', '{"jsonrpc":"2.0","method":"notifications/initialized"}'],
    ['response', '{"jsonrpc":"2.0","id":"a","result":{}}'],
    ['response', '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"?"}}'],
    ['response', '{"jsonrpc":"2.0","error":{"code":-32700,"message":"?"}}'],
  ])('may be a %s: %s', (kind, text) => {
    expect(readRpc(text)).toMatchObject({ kind });
  });

  it.each([
    ['no JSON', '{'],
    ['several in one', `[${call}]`],
    ['of another JSON-RPC', '{"id":1,"method":"ping"}'],
    ['with a member twice', '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/call"}'],
    [
      'with a member twice, further in',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","name":"b"}}',
    ],
    [
      'that Go reads otherwise',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","Name":"b"}}',
    ],
    ['that Go reads otherwise, outside', '{"jsonrpc":"2.0","id":1,"method":"ping","Method":"tools/call"}'],
    ['with what no message has', '{"jsonrpc":"2.0","id":1,"method":"ping","extra":1}'],
    ['without an id that can be told', '{"jsonrpc":"2.0","id":null,"method":"ping"}'],
    ['with an id that is read as another', '{"jsonrpc":"2.0","id":9007199254740993,"method":"ping"}'],
    ['with an id that is no whole number', '{"jsonrpc":"2.0","id":1.5,"method":"ping"}'],
    ['with params by place', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}'],
    ['question and answer in one', '{"jsonrpc":"2.0","id":1,"method":"ping","result":{}}'],
    ['answer and error in one', '{"jsonrpc":"2.0","id":1,"result":{},"error":{}}'],
    ['an answer to nobody', '{"jsonrpc":"2.0","result":{}}'],
    ['with a method that would break a line', '{"jsonrpc":"2.0","id":1,"method":"a\\r\\nb"}'],
  ])('is none where it is %s', (_, text) => {
    expect(typeof readRpc(text)).toBe('string');
  });

  it('is bounded in depth', () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect(readRpc(`{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":${deep}}}`)).toContain('JSON');
  });
});
