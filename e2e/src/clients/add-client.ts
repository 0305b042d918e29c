import { freePort } from '@signet/testing/ports';
import type { SignetOfReadme } from '@signet/testing/signet';
import { expect } from 'vitest';
import type { AppSettings } from './app-settings.ts';

interface NewClient {
  readonly name: string;
  readonly type: 'confidential' | 'public';
  /** Where a sign-in may lead: an address, or a path below the home of the app. */
  readonly redirect: string;
}

/** Adds a client by the command; answers what its app is told of itself. */
export async function addClient(
  signet: SignetOfReadme,
  { name, type, redirect }: NewClient,
): Promise<AppSettings> {
  const id = name.toLowerCase().replaceAll('_', '-');
  const home = `http://127.0.0.1:${await freePort()}/`;
  const words = [
    `--type ${type} --grant authorization_code --grant refresh_token`,
    `--redirect ${new URL(redirect, home)} --post-logout ${home} --origin ${home.slice(0, -1)}`,
    `--audience ${signet.gateway} --scope demo:read --json`,
  ];
  const { code, output } = await signet.run(`npx --no signet client add ${id} ${words.join(' ')}`);
  expect(code, output).toBe(0);
  const { secret = '' } = JSON.parse(output) as { secret?: string };
  return {
    home,
    issuer: signet.web,
    api: `${signet.gateway}/demo/hello`,
    clientId: id,
    clientSecret: secret,
  };
}
