import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoConfiguration } from '@signet/contracts';
import { freePort } from '@signet/testing/ports';
import { freePorts, startSignet } from '@signet/testing/signet';

/** A whole Signet with the demo's user. */
export interface MeasuredSignet extends AsyncDisposable {
  readonly pid: number;
  readonly dataFolder: string;
  /** Web, identity and admin API; in figures, as `localhost` may be somebody else. */
  readonly control: string;
  readonly gateway: string;
  readonly username: string;
  readonly password: string;
}

/** Starts Signet on free ports with `workers` gateway processes in an empty data folder; `signal` ends it. */
export async function startMeasured(
  dataFolder: string,
  workers: number,
  signal: AbortSignal,
): Promise<MeasuredSignet> {
  const ports = await freePorts();
  const configuration = await configurationWithoutLimit(`http://localhost:${ports.gatewayPort}`);
  await writeFile(join(dataFolder, 'signet.yaml'), configuration);
  const words = ['--workers', `${workers}`];
  const signet = await startSignet({ dataFolder, ports, words, signal });
  return {
    pid: signet.started.pid,
    dataFolder,
    control: `http://127.0.0.1:${ports.port}`,
    gateway: `http://127.0.0.1:${ports.gatewayPort}`,
    username: 'demo',
    password: signet.password('demo'),
    [Symbol.asyncDispose]: () => signet.stop(),
  };
}

/** The demo's own, less the limit of 100 requests a second for each caller: the bench is one caller. */
async function configurationWithoutLimit(gatewayOrigin: string): Promise<string> {
  const text = demoConfiguration({ echoPort: await freePort(), gatewayOrigin });
  return text.replace(/^ *limit:.*\n/m, '');
}
