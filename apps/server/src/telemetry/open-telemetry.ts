import { isCollector, type SteadyClock } from '@signet/contracts';
import type { ToldCount } from '@signet/gateway';
import type { AccessLog, SpanSink } from '@signet/gateway/ports';
import { createAccessLog } from './access-log.ts';
import { collectorOutput } from './collector-output.ts';
import { openOutput } from './line-output.ts';
import { createSpanSender } from './span-sender.ts';

/** What a gateway process tells of its requests beside records; where the configuration names no place, nothing. */
export interface Telemetry {
  readonly accessLog: AccessLog;
  readonly spans: SpanSink;
  readonly counts: () => Readonly<Record<string, ToldCount>>;
  close(): Promise<void>;
}

/** Hears, for the operator's log, that lines or spans cannot be told, or can be again. */
export type ReportUntold = (what: 'access log' | 'spans', problem: string | undefined) => void;

export function openTelemetry(node: string, steady: SteadyClock, report: ReportUntold): Telemetry {
  const accessLog = createAccessLog({
    report: (problem) => report('access log', problem),
    open: (to) => (isCollector(to) ? collectorOutput(to, { node, fetch, steady }) : openOutput(to)),
  });
  const spans = createSpanSender({ node, fetch, report: (problem) => report('spans', problem) });
  return {
    accessLog,
    spans,
    counts: () => ({ access_log: { ...accessLog.count }, spans: { ...spans.count } }),
    async close() {
      await Promise.all([accessLog.close(), spans.close()]);
    },
  };
}
