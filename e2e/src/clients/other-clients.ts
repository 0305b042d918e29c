import { fileURLToPath } from 'node:url';
import { Children, untilPrinted } from '@signet/testing/processes';
import { apachePrograms } from '@signet/testing/servers';
import type { Needed } from '@signet/testing/suites';
import { apacheModules, startApacheApp } from './apache-app.ts';
import { type AppSettings, appEnvironment } from './app-settings.ts';

export interface OtherClient {
  readonly name: string;
  /** What of the machine it is written for. */
  readonly needs: readonly Needed[];
  readonly type: 'confidential' | 'public';
  /** Below its home: where a sign-in comes back. */
  readonly callback: string;
  /** A page without a server calls no API here: the demo route allows no page of another origin. */
  readonly callsApi: boolean;
  /** Resolves once it answers. */
  start(settings: AppSettings): Promise<AsyncDisposable>;
}

const node = {
  needs: [],
  type: 'confidential',
  callback: 'signed-in',
  callsApi: true,
} as const;

const python = '/usr/bin/python3';

export const otherClients: readonly OtherClient[] = [
  { ...node, name: 'oauth4webapi', start: program(process.execPath, 'oauth4webapi.mjs') },
  { ...node, name: 'express-openid-connect', start: program(process.execPath, 'express-openid-connect.mjs') },
  { ...node, name: 'passport-openidconnect', start: program(process.execPath, 'passport-openidconnect.mjs') },
  {
    ...node,
    name: 'oidc-client-ts',
    type: 'public',
    callsApi: false,
    start: program(process.execPath, 'oidc-client-ts.mjs'),
  },
  {
    ...node,
    name: 'Authlib',
    needs: [[python, '-c', 'import authlib, requests']],
    start: program(python, 'authlib-app.py', { AUTHLIB_INSECURE_TRANSPORT: '1' }),
  },
  {
    ...node,
    name: 'mod_auth_openidc',
    needs: apachePrograms(apacheModules),
    callback: 'in/back',
    start: startApacheApp,
  },
];

/** One of `apps`, which says that it is open. */
function program(command: string, file: string, environment: NodeJS.ProcessEnv = {}): OtherClient['start'] {
  return async (settings) => {
    const children = new Children();
    const started = await children.start({
      program: command,
      arguments: [file],
      folder: fileURLToPath(new URL('apps/', import.meta.url)),
      environment: { ...appEnvironment(settings), ...environment },
    });
    await untilPrinted(started, /^open at .*\n/m);
    return children;
  };
}
