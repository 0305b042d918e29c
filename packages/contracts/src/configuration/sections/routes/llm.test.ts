import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const auth = 'auth: { issuer: house, audience: https://api.example }';

function problemsOf(route: string): readonly string[] {
  const text = `version: 1
issuers: { house: { self: true } }
llm:
  providers: { openai: { kind: openai } }
  models: { gpt: { targets: [{ provider: openai, model: gpt-5.6 }] } }
routes:
  - { id: models, ${route} }
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  return reading.ok ? [] : reading.problems.map(({ expected }) => expected);
}

const match = "match: { methods: [GET, POST], path: '/llm/{rest*}' }, stripPrefix: /llm";

describe('a route that asks models', () => {
  it.each([
    `${match}, ${auth}, llm: {}`,
    `${match}, ${auth}, llm: { models: [gpt], losses: strict }`,
    `${match}, ${auth}, llm: { addedProviders: true }`,
    `${match}, ${auth}, llm: { cache: {} }`,
    `${match}, ${auth}, llm: { keep: { bodies: 1d } }`,
    `${match}, ${auth}, llm: { cache: { keepFor: 10m, sharedBy: claims.team, maxBodyBytes: 64KiB } }`,
    `${match}, ${auth}, llm: { guards: { personal: { find: [email, card], act: restore, unless: "claims.team == 'legal'" } } }`,
    `${match}, ${auth}, llm: { guards: { names: { terms: [nightjar], act: mask, in: answer }, size: { longest: 1000 } } }`,
    `${match}, ${auth}, llm: { guards: { form: { schema: { type: object, required: [name] } } } }`,
    `match: { methods: [POST], path: '/v1/{rest*}' }, ${auth}, llm: {}`,
    `match: { methods: [POST], path: /v1/messages }, ${auth}, llm: {}`,
    `match: { methods: [POST], path: '/prompts/{name}' }, ${auth}, llm: { prompts: all }`,
    `match: { methods: [POST], path: '/ai/{rest*}' }, stripPrefix: /ai, ${auth}, llm: { prompts: [sum] }`,
  ])('may be %s', (route) => {
    expect(problemsOf(route)).toEqual([]);
  });

  it.each([
    ['is open to everyone', `${match}, public: true, llm: {}`, 'spends money'],
    [
      'lets pass who brings nothing',
      `${match}, auth: { issuer: house, audience: https://api.example, optional: true }, llm: {}`,
      'spends money',
    ],
    ['offers a model that there is not', `${match}, ${auth}, llm: { models: [gtp] }`, 'llm.models'],
    ['says no to added providers', `${match}, ${auth}, llm: { addedProviders: false }`, 'only `true`'],
    ['shares answers by no claim', `${match}, ${auth}, llm: { cache: { sharedBy: everyone } }`, 'claim'],
    ['has a guard that looks for nothing', `${match}, ${auth}, llm: { guards: { none: {} } }`, '`longest`'],
    ['has no guard at all', `${match}, ${auth}, llm: { guards: {} }`, '1 to 16 guards'],
    [
      'gives back what no question had',
      `${match}, ${auth}, llm: { guards: { a: { find: [email], in: answer, act: restore } } }`,
      'beside `restore`',
    ],
    [
      'masks what is only too long',
      `${match}, ${auth}, llm: { guards: { a: { longest: 9, act: mask } } }`,
      'could be masked',
    ],
    [
      'holds questions against a schema',
      `${match}, ${auth}, llm: { guards: { a: { schema: { type: object }, in: question } } }`,
      'for answers',
    ],
    [
      'has a guard whose schema is none',
      `${match}, ${auth}, llm: { guards: { a: { schema: { type: thing } } } }`,
      '`object`',
    ],
    [
      'has a guard whose condition cannot be read',
      `${match}, ${auth}, llm: { guards: { a: { longest: 9, unless: 'claims.' } } }`,
      'a condition in CEL',
    ],
    [
      'has a guard whose condition is neither true nor false',
      `${match}, ${auth}, llm: { guards: { a: { longest: 9, unless: '1 + 1' } } }`,
      'a condition in CEL',
    ],
    ['looks for a letter', `${match}, ${auth}, llm: { guards: { a: { terms: [x] } } }`, 'a word, or several'],
    [
      'looks for what nobody finds',
      `${match}, ${auth}, llm: { guards: { a: { find: [passport] } } }`,
      '`iban`',
    ],
    ['has an upstream too', `${match}, ${auth}, upstream: api, llm: {}`, 'exactly one of'],
    ['opens sockets', `${match}, ${auth}, websocket: true, llm: {}`, 'nothing that speaks to an upstream'],
    ['can be asked nothing', `match: { methods: [GET], path: '/llm/{rest*}' }, ${auth}, llm: {}`, '`POST`'],
    [
      'has no path of a protocol',
      `match: { methods: [POST], path: /llm }, ${auth}, llm: {}`,
      '/v1/chat/completions',
    ],
    [
      'has models beside prompts',
      `match: { methods: [POST], path: '/prompts/{name}' }, ${auth}, llm: { prompts: all, models: [gpt] }`,
      '`models` or `prompts`',
    ],
    ['keeps bodies for ever', `${match}, ${auth}, llm: { keep: { bodies: 365d } }`, '30d'],
    ['does not say for how long it keeps bodies', `${match}, ${auth}, llm: { keep: {} }`, '`1m` to `30d`'],
    [
      'keeps what prompts are asked with',
      `match: { methods: [POST], path: '/prompts/{name}' }, ${auth}, llm: { prompts: all, keep: { bodies: 1d } }`,
      'tests of their own',
    ],
    ['has no prompts', `${match}, ${auth}, llm: { prompts: [] }`, 'a list of 1 to 256 prompts'],
    [
      'has no place for the name of a prompt',
      `match: { methods: [POST], path: /prompts }, ${auth}, llm: { prompts: all }`,
      '/prompts/{name}',
    ],
  ])('is refused where it %s', (_, route, word) => {
    expect(problemsOf(route).join()).toContain(word);
  });
});
