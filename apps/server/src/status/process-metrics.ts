import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from './exposition.ts';

/** What the main process costs. Those of gateways are the system's to tell. */
export interface ProcessMetrics {
  read(): readonly Metric[];
  close(): void;
}

export function watchProcess(): ProcessMetrics {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();
  return {
    read() {
      const { user, system } = process.cpuUsage();
      // Nothing was measured yet in the first moments.
      const late = delay.count > 0 ? delay.max / 1e9 : 0;
      delay.reset();
      return [
        counter(
          'process_cpu_seconds_total',
          'Seconds of processor time of the main process.',
          (user + system) / 1e6,
        ),
        gauge('process_resident_memory_bytes', 'Memory of the main process.', process.memoryUsage.rss()),
        gauge('process_start_time_seconds', 'When the main process began, in seconds since 1970.', startedAt),
        gauge(
          'nodejs_eventloop_delay_max_seconds',
          'The longest wait for the event loop of the main process since this was last asked.',
          late,
        ),
      ];
    },
    close: () => void delay.disable(),
  };
}

function counter(name: string, help: string, value: number): Metric {
  return { name, help, type: 'counter', samples: [{ value }] };
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
