import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { validate } from '@scalar/openapi-parser';
import { addresses, describeApi, endpointNames } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

/** Answered with redirects and pages, which the table does not describe. */
const pages = [
  '/oauth/authorize',
  '/oauth/authorize/:uid',
  '/oauth/logout',
  '/oauth/page.css',
  '/device/done',
  '/brand/style.css',
  '/brand/logo',
  '/auth/providers/:provider/callback',
];

/** What browsers ask before a page of an app may call, and userinfo by POST. */
const forApps = [
  '/oauth/par',
  '/oauth/revoke',
  '/oauth/token',
  '/oauth/userinfo',
  '/auth/csrf',
  '/auth/login',
  '/auth/logout',
  '/auth/refresh',
  '/auth/session',
  '/auth/sessions',
  '/auth/sessions/:session/end',
  '/auth/sessions/end-others',
];

describe('what the control side serves', () => {
  const folder = temporaryFolder();
  const routes: RouteOptions[] = [];
  let signet: TestSignet;

  /** Hears of each route of every app that is made, whoever adds it. */
  const listen = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', (route) => void routes.push(route));
  };

  beforeAll(async () => {
    subscribe('fastify.initialization', listen);
    signet = await startSignet(folder.path);
    unsubscribe('fastify.initialization', listen);
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it('is the table of endpoints, whole', () => {
    const served = routes.flatMap(({ method, url, config }) =>
      config?.endpoint === undefined || method === 'HEAD' ? [] : [`${config.endpoint}: ${method} ${url}`],
    );
    const table = endpointNames.map((name) => {
      const { method, path } = addresses[name];
      return `${name}: ${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
    });
    expect(served.sort()).toEqual(table.sort());
  });

  it('is nothing else but the web app, and the answer that there is nothing', () => {
    const others = routes.filter(({ config }) => config?.endpoint === undefined).map(({ url }) => url);
    expect(new Set(others)).toEqual(
      new Set([
        ...pages,
        ...forApps,
        '/*',
        '/errors',
        '/learn',
        '/signin',
        '/auth/*',
        '/oauth/*',
        '/admin/*',
      ]),
    );
  });

  it('is described in OpenAPI, for anyone to read', async () => {
    const response = await fetch(`${signet.web}/openapi.json`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const text = await response.text();
    expect(JSON.parse(text)).toEqual(describeApi(signet.web));
    expect(await validate(text)).toMatchObject({ valid: true, errors: [] });
  });

  it('would be found to be described wrongly', async () => {
    const { paths: _paths, ...rest } = describeApi(signet.web);
    expect(
      await validate(JSON.stringify({ ...rest, paths: { '/x': { get: { responses: 7 } } } })),
    ).toMatchObject({
      valid: false,
    });
  });
});
