import { describe, expect, it } from 'vitest';
import { endpointNames } from '../addresses.ts';
import { describeApi } from './describe-api.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, object>>;
  readonly security: readonly object[];
}

const document = describeApi('https://login.example');
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries<Operation>(item).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('the description of the API', () => {
  it('names each endpoint of the table once', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...endpointNames].sort());
  });

  it('says what each refuses with, by status', () => {
    const login = operations.find(({ operationId }) => operationId === 'login');
    expect(Object.keys(login?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '429', '500', '503']),
    );
    expect(login?.responses['429']).toMatchObject({
      description: expect.stringContaining('`login_throttled`: Too many failed sign-ins.'),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              { properties: { code: { enum: ['login_throttled', 'second_factor_throttled'] } } },
            ],
          },
        },
      },
    });
  });

  it('tells who may call', () => {
    const needs = Object.fromEntries(operations.map(({ operationId, security }) => [operationId, security]));
    expect(needs).toMatchObject({
      login: [{}],
      refresh: [{ cookie: [] }, {}],
      logout: [{ cookie: [] }, { bearer: [] }, {}],
      addUser: [{ bearer: [] }, { operator: [] }],
    });
    expect(document.components).toMatchObject({
      securitySchemes: { cookie: { in: 'cookie', name: '__Host-signet_refresh' } },
    });
  });

  it('has a parameter for each name in a path, which must be there, and none in the query of another', () => {
    for (const { path, parameters = [] } of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{[a-z]+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  it('refers to no schema that it does not hold', () => {
    const text = JSON.stringify(document);
    const { schemas } = document.components as { readonly schemas: Readonly<Record<string, object>> };
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(schemas)));
  });
});
