import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

async function imported(text: string, ...more: string[]) {
  const file = join(folder.path, 'openapi.yaml');
  writeFileSync(file, text);
  const { code, out, err } = await runInProcess([
    ...['config', 'import-openapi', file, '--upstream', 'pets', '--issuer', 'house'],
    ...more,
  ]);
  return { code, out, err };
}

const described = `openapi: 3.1.0
info: { title: Pets, version: '1' }
servers: [{ url: https://api.example/v1/ }]
security: [{ oauth: [pets:read] }]
components:
  securitySchemes:
    oauth: { type: oauth2, flows: {} }
    token: { $ref: '#/components/securitySchemes/bearer' }
    bearer: { type: http, scheme: Bearer }
    key: { type: apiKey, in: header, name: X-Key }
  pathItems:
    shared: { get: { operationId: sharedOne } }
paths:
  /pets:
    get: { operationId: listPets }
    post: { operationId: listPets, security: [{ oauth: [pets:write] }, { oauth: [pets:admin, pets:read] }] }
  /pets/{Pet-Id}:
    get: { security: [{}, { token: [] }] }
    delete: { security: [{ key: [] }] }
    trace: {}
  /pets/{other}:
    get: {}
  /health: { get: { security: [] } }
  /shared: { $ref: '#/components/pathItems/shared' }
  /elsewhere: { $ref: 'other.yaml#/x' }
  /files/{name}.json: { get: {} }
  /loose: { get: { security: [{ unknown: [] }, { oauth: [a] }] } }
`;

/** What a gateway would read of it. */
function read(routes: string) {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { pets: { targets: [{ url: 'http://127.0.0.1:1' }] } }
${routes}`;
  return readConfiguration(text, { fileName: 'signet.yaml' });
}

it('prints routes that a configuration takes as they are', async () => {
  const { code, out } = await imported(described);
  expect(code).toBe(0);
  const reading = read(out);
  expect(reading.ok ? [] : reading.problems).toEqual([]);
  expect(parse(out).routes).toEqual([
    {
      id: 'list-pets',
      match: { methods: ['GET'], path: '/v1/pets' },
      auth: { issuer: 'house', scopes: ['pets:read'] },
      upstream: 'pets',
    },
    {
      id: 'list-pets-2',
      match: { methods: ['POST'], path: '/v1/pets' },
      auth: { issuer: 'house', anyOf: [{ scopes: ['pets:write'] }, { scopes: ['pets:admin', 'pets:read'] }] },
      upstream: 'pets',
    },
    {
      id: 'get-pets-pet-id',
      match: { methods: ['GET'], path: '/v1/pets/{pet_Id}' },
      auth: { issuer: 'house', optional: true },
      upstream: 'pets',
    },
    {
      id: 'delete-pets-pet-id',
      match: { methods: ['DELETE'], path: '/v1/pets/{pet_Id}' },
      auth: { issuer: 'house' },
      upstream: 'pets',
    },
    { id: 'get-health', match: { methods: ['GET'], path: '/v1/health' }, public: true, upstream: 'pets' },
    {
      id: 'shared-one',
      match: { methods: ['GET'], path: '/v1/shared' },
      auth: { issuer: 'house', scopes: ['pets:read'] },
      upstream: 'pets',
    },
    {
      id: 'get-loose',
      match: { methods: ['GET'], path: '/v1/loose' },
      auth: { issuer: 'house' },
      upstream: 'pets',
    },
  ]);
});

it('says what has no place in a route', async () => {
  const { notes } = JSON.parse((await imported(described, '--json')).out);
  const told = notes.join('\n');
  for (const each of [
    'TRACE /pets/{Pet-Id}: was left out',
    'DELETE /pets/{Pet-Id}: key: is a key; name the API',
    'GET /pets/{other}: was left out, as another path takes the same requests',
    '/elsewhere: stands in another file',
    '/files/{name}.json: was left out',
    'GET /loose: unknown: is not described',
    'Parameters, bodies and answers are not held against the description.',
  ])
    expect(told).toContain(each);
});

it('takes keys in a header of their own where it is known for which API they are made', async () => {
  const keyed = `openapi: 3.1.0
paths:
  /alone: { get: { security: [{ key: [] }] } }
  /either: { get: { security: [{ oauth: [a] }, { key: [] }] } }
  /open: { get: { security: [{}, { key: [] }] } }
  /both: { get: { security: [{ oauth: [a], key: [] }] } }
  /other: { get: { security: [{ key: [] }, { second: [] }] } }
  /cookie: { get: { security: [{ cookie: [] }] } }
  /authorization: { get: { security: [{ authorization: [] }] } }
  /more: { get: { security: [{ key: [admin] }] } }
components:
  securitySchemes:
    oauth: { type: oauth2, flows: {} }
    key: { type: apiKey, in: header, name: X-Key }
    second: { type: apiKey, in: header, name: X-Other }
    cookie: { type: apiKey, in: cookie, name: key }
    authorization: { type: apiKey, in: header, name: Authorization }
`;
  const audience = 'https://api.example';
  const { out } = await imported(keyed, '--audience', audience);
  const reading = read(out);
  expect(reading.ok ? [] : reading.problems).toEqual([]);
  const token = { issuer: 'house', audience };
  const apiKey = { header: 'x-key' };
  expect(parse(out).routes.map(({ auth }: { auth: object }) => auth)).toEqual([
    { audience, apiKey },
    { ...token, apiKey, scopes: ['a'] },
    { audience, apiKey, optional: true },
    { ...token, scopes: ['a'] },
    { ...token, apiKey },
    token,
    token,
    { ...token, scopes: ['admin'] },
  ]);
  const { notes } = JSON.parse((await imported(keyed, '--audience', audience, '--json')).out);
  for (const each of [
    'GET /either: a key in x-key must have been made with these scopes',
    'GET /both: key: is a key that no route takes so',
    'GET /other: second: a route takes keys from one header, and has x-key',
    'GET /cookie: cookie: is a key that no route takes so',
    'GET /authorization: authorization: is a key that no route takes so',
  ])
    expect(notes.join('\n')).toContain(each);
});

it('opens nothing about which the description is silent, crooked or asks for something else', async () => {
  const silent = (security: string) => `openapi: 3.0.3
paths: { /a: { get: { ${security} } } }
components: { securitySchemes: { basic: { type: http, scheme: basic }, loop: { $ref: '#/components/securitySchemes/loop' } } }
`;
  const crooked = [
    '',
    'security: no',
    'security: [7]',
    'security: [{ basic: [] }]',
    'security: [{ loop: [] }]',
    'security: [{ __proto__: [] }]',
  ];
  for (const security of crooked) {
    const { code, out, err } = await imported(silent(security), '--audience', 'https://api.example');
    expect([code, parse(out).routes[0].public, parse(out).routes[0].auth?.issuer]).toEqual([
      0,
      undefined,
      'house',
    ]);
    expect(err).toContain('GET /a: ');
  }
});

it.each([
  ['Swagger 2', "swagger: '2.0'\npaths: {}"],
  ['no YAML', '{ openapi: ['],
  ['an empty file', ''],
  [
    'aliases without end',
    `openapi: 3.0.0\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((each, at) => `${each}: &${each} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`)
      .join('\n')}\npaths: {}`,
  ],
  ['no operation', 'openapi: 3.0.0\npaths: {}'],
])('refuses %s', async (_, text) => {
  const { code, out } = await imported(text);
  expect([code, out]).toEqual([1, '']);
});

it('refuses names that no configuration has', async () => {
  const { code } = await imported(described, '--upstream', 'a: b\nevil');
  expect(code).toBe(2);
});

const validated = (version: string) => `openapi: ${version}
security: []
paths:
  /pets/{Pet-Id}:
    parameters:
      - { in: path, name: Pet-Id, required: true, schema: { type: integer, format: int64, minimum: 0, exclusiveMinimum: true } }
      - { in: header, name: X-Tenant, schema: { type: string, pattern: '^[a-z]+$' } }
      - { in: header, name: Accept, schema: { type: string } }
      - { in: header, name: Host, schema: { type: string } }
    put:
      parameters:
        - { $ref: '#/components/parameters/limit' }
        - { in: query, name: tags, schema: { type: array, items: { type: string } } }
        - { in: query, name: joined, explode: false, schema: { type: array, items: { type: string } } }
        - { in: query, name: deep, style: deepObject, schema: { type: object } }
        - { in: cookie, name: sid, schema: { type: string } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
    get:
      requestBody: { content: { application/json: {} } }
    post:
      requestBody: { content: { application/json: {}, application/xml: {} } }
components:
  parameters:
    limit: { in: query, name: limit, required: true, schema: { $ref: '#/components/schemas/Limit' } }
  schemas:
    Limit: { type: integer, maximum: 100, description: how many }
    Pet:
      type: object
      required: [id, name]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string, nullable: true, example: Rex, format: pet-name }
        parent: { $ref: '#/components/schemas/Pet' }
        other: { $ref: 'other.yaml#/x' }
        odd: { type: string, pattern: '(?<!a' }
        x: { unheardOf: 1 }
`;

it('holds requests against the description where that is asked for', async () => {
  const { out } = await imported(validated('3.0.3'), '--validate');
  const reading = read(out);
  expect(reading.ok ? [] : reading.problems).toEqual([]);
  const [get, post, put] = parse(out).routes;
  const id = { in: 'path', name: 'pet_Id', required: true };
  expect(put.request).toEqual({
    parameters: [
      { ...id, schema: { type: 'integer', format: 'int64', exclusiveMinimum: 0 } },
      { in: 'header', name: 'x-tenant', schema: { type: 'string', pattern: '^[a-z]+$' } },
      { in: 'query', name: 'limit', required: true, schema: { type: 'integer', maximum: 100 } },
      { in: 'query', name: 'tags', schema: { type: 'array', items: { type: 'string' } } },
    ],
    body: {
      required: true,
      schema: {
        $ref: '#/$defs/Pet',
        $defs: {
          Pet: {
            type: 'object',
            required: ['name'],
            properties: {
              id: { type: 'string' },
              name: { type: ['string', 'null'] },
              parent: { $ref: '#/$defs/Pet' },
              other: {},
              odd: { type: 'string' },
              x: {},
            },
          },
        },
      },
    },
  });
  expect([get.request.body, post.request.body]).toEqual([undefined, undefined]);
  const { notes } = JSON.parse((await imported(validated('3.0.3'), '--validate', '--json')).out);
  const told = notes.join('\n');
  for (const each of [
    'PUT /pets/{Pet-Id}: the parameter Host is not checked',
    'PUT /pets/{Pet-Id}: the parameter joined is not checked: it is a list in one text',
    'PUT /pets/{Pet-Id}: the parameter deep is not checked',
    'PUT /pets/{Pet-Id}: the parameter sid is not checked: it stands in a cookie',
    'PUT /pets/{Pet-Id}: its body: the format pet-name is not checked',
    'PUT /pets/{Pet-Id}: its body: what stands in another file, or nowhere, is not checked',
    'PUT /pets/{Pet-Id}: its body: a pattern that is no regular expression',
    'PUT /pets/{Pet-Id}: its body: unheardOf is not checked',
    'GET /pets/{Pet-Id}: its body is not checked: GET sends none',
    'POST /pets/{Pet-Id}: its body is not checked: it may be of several types',
    'Answers are not held against the description.',
  ])
    expect(told).toContain(each);
  expect(told).not.toContain('Accept');
});

it('writes nothing of requests unless that is asked for', async () => {
  const { out } = await imported(validated('3.1.0'));
  expect(parse(out).routes.map(({ request }: { request?: object }) => request)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it.each([
  ['itself', "{ $ref: '#/components/schemas/A' }", { body: { schema: {} } }],
  ['itself, by another', "{ allOf: [{ $ref: '#/components/schemas/B' }] }", undefined],
])('gives no route a schema that asks for %s without end', async (_, schema, request) => {
  const circular = `openapi: 3.1.0
security: []
paths: { /a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
components: { schemas: { A: ${schema}, B: { $ref: '#/components/schemas/A' } } }
`;
  const { code, out, err } = await imported(circular, '--validate');
  expect([code, parse(out).routes[0].request]).toEqual([0, request]);
  expect(read(out).ok).toBe(true);
  expect(err).toContain('POST /a: its body');
});
