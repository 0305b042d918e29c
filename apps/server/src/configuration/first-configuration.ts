import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { demoConfiguration } from '@signet/contracts';
import { type EchoServer, openEchoServerNear } from '../demo/echo-server.ts';
import type { Settings } from '../options/options.ts';

/**
 * On the very first start, and only where the file is looked for in its usual place, writes the demo's configuration.
 * A data folder that has been in use and lost its file is not given another one: that would open routes nobody asked for.
 * @param echoPort The port that the demo's echo server should have; another is taken where this one is in use.
 * @returns the demo's echo server, which had to run for its port to be known; undefined when nothing was written
 */
export async function writeFirstConfiguration(
  settings: Settings,
  gatewayOrigin: string,
  echoPort: number,
): Promise<EchoServer | undefined> {
  const { dataFolder, configurationFile } = settings;
  const usual = configurationFile === join(dataFolder, 'signet.yaml');
  const used = ['signet.db', 'master.key'].some((name) => existsSync(join(dataFolder, name)));
  if (existsSync(configurationFile) || !usual || used) return undefined;
  const echo = await openEchoServerNear(echoPort);
  await writeWhole(configurationFile, demoConfiguration({ echoPort: echo.port, gatewayOrigin }));
  return echo;
}

/** The file is there with its whole content or not at all. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
