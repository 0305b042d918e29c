import type { ConfigurationState, WallClock } from '@signet/contracts';
import type { Readings } from '@signet/gateway';
import type { GatewayGroup } from '../gateways/gateway-group.ts';
import type { Settings } from '../options/options.ts';
import { type ControlStanding, controlMetrics } from './control-standing.ts';
import { exposition } from './exposition.ts';
import { stateMetrics, trafficMetrics } from './gateway-metrics.ts';
import { onceASecond } from './once-a-second.ts';
import { watchProcess } from './process-metrics.ts';
import { readinessOf } from './readiness.ts';
import { openStatusServer } from './status-server.ts';

/** What is told once the node runs. */
export interface Running {
  readonly group: Pick<GatewayGroup, 'states' | 'readings'>;
  readonly configuration: () => ConfigurationState;
  /** Gateway processes that should run here; absent: as many as the settings say. */
  readonly processes?: number;
  /** Rejects, or takes long, where the database is away; absent at a node that has none. */
  readonly askStore?: () => Promise<unknown>;
  /** Of a gateway node: what it knows from control nodes. */
  readonly control?: () => ControlStanding;
}

/** The listener for probes and for whoever collects metrics. */
export interface Status {
  readonly port: number;
  runs(running: Running): void;
  /** From here on the node is not ready any more, so that nobody sends it more. */
  stops(): void;
  close(): Promise<void>;
}

/** Milliseconds that the database may take before it counts as silent. */
const patience = 1000;

const place = {
  what: 'The listener for probes and metrics',
  option: '`--status-port PORT` or SIGNET_STATUS_PORT',
};

/**
 * Nothing listens unless a port was named.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function openStatus(
  { status: at, workers }: Pick<Settings, 'status' | 'workers'>,
  wall: WallClock,
): Promise<Status | undefined> {
  if (at === undefined) return undefined;
  const process = watchProcess();
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  let running: Running | undefined;

  const processesOf = (now: Running | undefined) => now?.processes ?? workers;
  const readiness = onceASecond(async () => {
    const [gateways, storeAnswers] = await Promise.all([running?.group.states() ?? [], answers(running)]);
    const configuration = running === undefined ? {} : { configuration: running.configuration() };
    const control = running?.control === undefined ? {} : { control: running.control() };
    return { ...configuration, ...control, processes: processesOf(running), gateways, storeAnswers };
  });
  const measured = onceASecond(async (): Promise<Readings | undefined> => running?.group.readings());

  const server = await openStatusServer(
    { ...place, ...at },
    {
      readiness: async () => readinessOf({ ...(await readiness()), phase }, wall()),
      async metrics() {
        const [{ gateways, control }, readings] = await Promise.all([readiness(), measured()]);
        return exposition([
          ...stateMetrics(gateways, processesOf(running), wall()),
          ...(control === undefined ? [] : controlMetrics(control)),
          ...(readings === undefined ? [] : trafficMetrics(readings)),
          ...process.read(),
        ]);
      },
    },
  );
  return {
    port: server.port,
    runs(now) {
      running = now;
      phase = 'running';
    },
    stops() {
      phase = 'stopping';
    },
    async close() {
      process.close();
      await server.close();
    },
  };
}

async function answers(running: Running | undefined): Promise<boolean> {
  if (running === undefined) return false;
  const { askStore } = running;
  if (askStore === undefined) return true;
  const silence = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => silence.resolve(false), patience);
  try {
    return await Promise.race([askStore().then(() => true), silence.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
