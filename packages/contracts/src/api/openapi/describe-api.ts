import { endpointNames } from '../addresses.ts';
import type { OpenApiDocument } from '../documents.ts';
import { endpoints } from '../endpoints.ts';
import { operatorCredential } from '../operator-credential.ts';
import { refreshCookieName } from '../sign-in-cookies.ts';
import { componentSchemas } from './component-schemas.ts';
import { describeOperation } from './describe-operation.ts';

/**
 * The table of endpoints as OpenAPI 3.1.
 * @param issuer The origin that serves it
 */
export function describeApi(
  issuer: string,
): OpenApiDocument & Readonly<Record<'servers' | 'components', object>> {
  return {
    openapi: '3.1.1',
    info,
    servers: [{ url: issuer }],
    paths: pathItems(),
    components: { schemas: componentSchemas(), securitySchemes: securitySchemes(issuer) },
  };
}

/** The version counts changes of the API that a client must know of. */
const info = {
  title: 'Signet',
  version: '1',
  description:
    'Sign-in and administration. Every refusal is application/problem+json (RFC 9457) with a stable `code` and a `reference`.',
};

function pathItems(): Readonly<Record<string, object>> {
  const byPath = Map.groupBy(endpointNames, (name) => endpoints[name].path);
  return Object.fromEntries(
    [...byPath].map(([path, names]) => [
      path,
      Object.fromEntries(
        names.map((name) => [endpoints[name].method.toLowerCase(), describeOperation(name, endpoints[name])]),
      ),
    ]),
  );
}

function securitySchemes(issuer: string): object {
  const overTls = issuer.startsWith('https:');
  return {
    cookie: {
      type: 'apiKey',
      in: 'cookie',
      name: overTls ? refreshCookieName.overTls : refreshCookieName.plain,
      description: 'The refresh token. A browser sends it; a page cannot read it.',
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'An access token; of an administrator, for the audience of the admin API.',
    },
    operator: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: operatorCredential.type,
      description: 'A credential made with the master key for this one request, by the command line.',
    },
  };
}
