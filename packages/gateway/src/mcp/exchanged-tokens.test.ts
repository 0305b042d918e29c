import { steadyTime } from '@signet/contracts';
import type { AskServer, ServerQuestion } from '@signet/trust';
import { describe, expect, it } from 'vitest';
import { ExchangedTokens, readGiven } from './exchanged-tokens.ts';

const exchange = {
  ...{ tokenEndpoint: 'https://login.example/token', client: 'gate way', secret: 'env:S' },
  ...{ audience: 'https://files.example', scope: 'files:read' },
};

function rig(answer: () => Response): {
  readonly tokens: ExchangedTokens;
  readonly asked: ServerQuestion[];
  pass: (ms: number) => void;
} {
  const asked: ServerQuestion[] = [];
  let now = 0;
  const askServer: AskServer = async (_, question) => {
    asked.push(question);
    return answer();
  };
  const tokens = new ExchangedTokens({
    ...{ askServer, readHanded: async () => ['s3:cret'] },
    steady: () => steadyTime(now),
  });
  const pass = (ms: number): void => {
    now += ms;
  };
  return { tokens, asked, pass };
}

const given =
  (token: string, expires = 300) =>
  () =>
    Response.json({ access_token: token, token_type: 'Bearer', expires_in: expires });

describe('the token of a caller', () => {
  it('is changed for one of the server alone, asked for by the gateway’s own client', async () => {
    const { tokens, asked } = rig(given('new'));
    expect(await tokens.get(exchange, 'the-callers-own')).toBe('new');
    const question = asked[0];
    expect(Object.fromEntries(new URLSearchParams(question?.body))).toMatchObject({
      ...{ subject_token: 'the-callers-own', audience: 'https://files.example', scope: 'files:read' },
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    });
    const proof = question?.headers['authorization']?.slice('Basic '.length) ?? '';
    expect(Buffer.from(proof, 'base64').toString()).toBe('gate+way:s3%3Acret');
  });

  it('is asked for once, by calls at once and for a while', async () => {
    const { tokens, asked, pass } = rig(given('new'));
    await Promise.all([tokens.get(exchange, 'a'), tokens.get(exchange, 'a')]);
    await tokens.get(exchange, 'a');
    expect(asked).toHaveLength(1);
    await tokens.get(exchange, 'b');
    expect(asked).toHaveLength(2);
    pass(60_000);
    await tokens.get(exchange, 'a');
    expect(asked).toHaveLength(3);
  });

  it('is never given to the server by an issuer that gives it back', async () => {
    const { tokens } = rig(given('the-callers-own'));
    expect(await tokens.get(exchange, 'the-callers-own')).toBeUndefined();
  });

  it.each([
    ['refuses', () => Response.json({ error: 'invalid_target' }, { status: 400 })],
    ['does not know the client', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
    ['answers otherwise', () => new Response('<html>')],
  ])('goes nowhere where the issuer %s', async (_, answer) => {
    expect(await rig(answer).tokens.get(exchange, 'a')).toBeUndefined();
  });
});

describe('what an issuer gives', () => {
  it.each([
    ['no token', '{"token_type":"Bearer"}'],
    ['a token that breaks a line', '{"access_token":"a\\r\\nb","token_type":"Bearer"}'],
    ['a token of another kind', '{"access_token":"a","token_type":"N_A"}'],
    ['nothing', 'null'],
  ])('is none where it is %s', (_, text) => {
    expect(readGiven(text, 'b')).toBeUndefined();
  });
});
