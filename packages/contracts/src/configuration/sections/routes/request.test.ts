import { expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function reading(keys: string) {
  return readConfiguration(
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - id: a
    match: { methods: [POST, PUT], path: '/x/{id}' }
    ${keys}
`,
    { fileName: 'signet.yaml' },
  );
}

function problemsOf(keys: string): readonly string[] {
  const read = reading(keys);
  return read.ok ? [] : read.problems.map(({ path: at, line, message }) => `${line} ${at}: ${message}`);
}

const open = (request: string) => `public: true
    upstream: api
    request: ${request}`;

it('says what it takes, with defaults', () => {
  const read = reading(`public: true
    upstream: api
    request:
      parameters: [{ in: query, name: limit, schema: { type: integer, minimum: 1 } }]
      body: { required: true }`);
  expect(read.ok ? read.configuration.routes[0]?.request : read.problems).toEqual({
    parameters: [{ in: 'query', name: 'limit', schema: { type: 'integer', minimum: 1 } }],
    body: { required: true, maxBytes: 1_048_576, schema: true },
  });
});

it.each([
  ['nothing', '{}', 'request'],
  ['an unknown key', '{ headers: [] }', 'request'],
  ['another word for the query', '{ unknownQuery: drop }', 'request.unknownQuery'],
  ['a cookie', '{ parameters: [{ in: cookie, name: a, schema: { type: string } }] }', 'parameters[0].in'],
  [
    'a name that would end its pair',
    "{ parameters: [{ in: query, name: 'a&b', schema: { type: string } }] }",
    'parameters[0].name',
  ],
  [
    'a parameter without a type',
    '{ parameters: [{ in: query, name: a, schema: {} }] }',
    'parameters[0].schema',
  ],
  [
    'a parameter of two types',
    '{ parameters: [{ in: query, name: a, schema: { type: [string, integer] } }] }',
    'parameters[0].schema',
  ],
  [
    'an object in the query',
    '{ parameters: [{ in: query, name: a, schema: { type: object } }] }',
    'parameters[0].schema',
  ],
  [
    'a list in a header',
    '{ parameters: [{ in: header, name: x-a, schema: { type: array, items: { type: string } } }] }',
    'parameters[0].schema',
  ],
  [
    'a list of anything',
    '{ parameters: [{ in: query, name: a, schema: { type: array } }] }',
    'parameters[0].schema.items',
  ],
  [
    'a parameter that the path lacks',
    '{ parameters: [{ in: path, name: other, schema: { type: string } }] }',
    'parameters[0].name',
  ],
  [
    'one parameter twice',
    '{ parameters: [{ in: query, name: a, schema: { type: string } }, { in: query, name: a, schema: { type: integer } }] }',
    'parameters[1].name',
  ],
  [
    'a header in capitals',
    '{ parameters: [{ in: header, name: X-A, schema: { type: string } }] }',
    'parameters[0].name',
  ],
  [
    'the token itself',
    '{ parameters: [{ in: header, name: authorization, schema: { type: string } }] }',
    'parameters[0].name',
  ],
  ['too large a body', '{ body: { maxBytes: 1GiB } }', 'body.maxBytes'],
  ['a keyword that nobody checks', '{ body: { schema: { typ: object } } }', 'body.schema.typ'],
])('refuses %s', (_, request, at) => {
  expect(problemsOf(open(request)).join('\n')).toContain(at);
});

it('names the line of the keyword that is wrong', () => {
  const problems = problemsOf(`public: true
    upstream: api
    request:
      body:
        schema:
          type: object
          properties:
            name: { type: text }`);
  expect(problems).toEqual([
    expect.stringMatching(/^14 routes\[a\]\.request\.body\.schema\.properties\.name\.type: /),
  ]);
});

it.each([
  [
    'a route that answers by itself',
    'public: true\n    respond: { status: 200 }\n    request: { unknownQuery: refuse }',
    'request',
  ],
  [
    'a parameter in which a credential comes',
    'auth: { issuer: house, credentials: [bearer, { dangerouslyFromQuery: access }] }\n    upstream: api\n    request: { parameters: [{ in: query, name: Access, schema: { type: string } }] }',
    'parameters[0].name',
  ],
])('refuses it for %s', (_, keys, at) => {
  expect(problemsOf(keys).join('\n')).toContain(at);
});

it('refuses a body where none comes, and asks for none of a GET', () => {
  const of = (methods: string, body: string) =>
    readConfiguration(
      `upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - { id: a, match: { methods: ${methods}, path: /x }, public: true, upstream: api, request: { body: ${body} } }
`,
      { fileName: 'signet.yaml' },
    );
  const placesIn = (read: ReturnType<typeof of>) => (read.ok ? [] : read.problems.map(({ path }) => path));
  expect(placesIn(of('[GET, HEAD]', '{}'))).toEqual(['routes[a].request.body']);
  expect(placesIn(of('[GET, POST]', '{ required: true }'))).toEqual(['routes[a].request.body.required']);
  expect(placesIn(of('[GET, POST]', '{}'))).toEqual([]);
});
