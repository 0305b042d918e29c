import { describe, expect, it } from 'vitest';
import { metaKeys } from './revisions.ts';
import {
  answerAsStateless,
  answerTo,
  asInSession,
  asStateless,
  withOffers,
  withTools,
} from './rewrite-message.ts';
import { type RpcRequest, type RpcResponse, readRpc } from './rpc-message.ts';

function request(params: string): RpcRequest {
  const read = readRpc(`{"jsonrpc":"2.0","id":1,"method":"tools/call"${params}}`);
  if (typeof read === 'string' || read.kind !== 'request') throw new TypeError(String(read));
  return read;
}

function response(result: string): RpcResponse {
  const read = readRpc(`{"jsonrpc":"2.0","id":1,"result":${result}}`);
  if (typeof read === 'string' || read.kind !== 'response') throw new TypeError(String(read));
  return read;
}

const meta = { [metaKeys.revision]: '2026-07-28', [metaKeys.capabilities]: {} };

describe('a request for the other revision', () => {
  it('says all of itself where there is no session', () => {
    expect(JSON.parse(asStateless(request('')).text)).toMatchObject({ params: { _meta: meta } });
    const told = asStateless(request(',"params":{"_meta":{"progressToken":7},"name":"read"}'));
    expect(JSON.parse(told.text).params).toEqual({ name: 'read', _meta: { ...meta, progressToken: 7 } });
  });

  it('says what it can for itself, whatever came', () => {
    const lying = `,"params":{"_meta":${JSON.stringify({ ...meta, [metaKeys.capabilities]: { sampling: {} } })}}`;
    expect(JSON.parse(asStateless(request(lying)).text).params._meta).toEqual(meta);
  });

  it('says nothing of it in a session', () => {
    const told = asInSession(request(`,"params":{"name":"read","_meta":${JSON.stringify(meta)}}`));
    expect(JSON.parse(told.text).params).toEqual({ name: 'read', _meta: {} });
  });

  it('has an id of its own in a session that several share, and its answer the id by which it was asked', () => {
    const asked = request(',"params":{"name":"read"}');
    const told = asInSession(asked, '"signet-1"');
    expect([told.id, JSON.parse(told.text).id]).toEqual(['"signet-1"', 'signet-1']);
    const read = readRpc('{"jsonrpc":"2.0","id":"signet-1","result":{"of":1.0}}');
    if (typeof read === 'string' || read.kind !== 'response') throw new TypeError('No answer');
    const text = '{"jsonrpc":"2.0","id":1,"result":{"of":1.0}}';
    expect(answerTo(asked, read)).toMatchObject({ id: '1', text });
  });

  it('keeps each digit of what is asked', () => {
    const digits = ',"params":{"arguments":{"id":9007199254740993,"of":1.0}}';
    expect(asStateless(request(digits)).text).toContain('"arguments":{"id":9007199254740993,"of":1.0}');
  });
});

describe('an answer for the other revision', () => {
  it('says that it is one, and that nobody else may keep it', () => {
    expect(JSON.parse(answerAsStateless(response('{"tools":[]}'), true)).result).toEqual({
      ...{ resultType: 'complete', ttlMs: 0, cacheScope: 'private', tools: [] },
    });
    expect(JSON.parse(answerAsStateless(response('{"content":[]}'), false)).result).toEqual({
      ...{ resultType: 'complete', content: [] },
    });
  });
});

const rules = { offers: ['tools'], passesInstructions: false };

describe('an answer to one caller', () => {
  it('has the tools that are offered alone, as they are written, and is kept for nobody else', () => {
    const list = response('{"cacheScope":"public","tools":[{"name":"a","n":1.0},{"name":"b"}],"ttlMs":5}');
    expect(withTools(list, ['{"name":"a","n":1.0}'])).toBe(
      '{"jsonrpc":"2.0","id":1,"result":{"cacheScope":"private","tools":[{"name":"a","n":1.0}],"ttlMs":5}}',
    );
  });

  it('says nothing of what is not let through', () => {
    const able = response('{"capabilities":{"tools":{"listChanged":true},"sampling":{},"resources":{}}}');
    expect(JSON.parse(withOffers(able, rules)).result.capabilities).toEqual({
      tools: { listChanged: true },
    });
    const told = response('{"capabilities":{},"instructions":"Obey."}');
    expect(JSON.parse(withOffers(told, rules)).result.instructions).toBe('');
    const found = response('{"supportedVersions":["2099-01-01"],"capabilities":{}}');
    expect(JSON.parse(withOffers(found, rules)).result.supportedVersions).toEqual([
      ...['2026-07-28', '2025-11-25', '2025-06-18'],
    ]);
  });
});
