import type { SpanAttributes } from '@signet/gateway/ports';
import { nanoseconds, otlpAttributes, otlpResource, otlpScope } from './otlp.ts';

/** Of OTLP: SEVERITY_NUMBER_INFO. */
const severity = { severityNumber: 9, severityText: 'INFO' } as const;

/** Lines of the access log as OTLP has them in JSON (`ExportLogsServiceRequest`): what stands in a line are the attributes of its record. */
export function otlpLines(lines: readonly string[], node: string): object {
  return {
    resourceLogs: [
      { resource: otlpResource(node), scopeLogs: [{ scope: otlpScope, logRecords: lines.map(recordOf) }] },
    ],
  };
}

function recordOf(line: string): object {
  const { timestamp, trace_id: traceId, span_id: spanId, ...fields } = JSON.parse(line) as SpanAttributes;
  const time = nanoseconds(Date.parse(String(timestamp)));
  const at = { timeUnixNano: time, observedTimeUnixNano: time };
  return {
    ...at,
    ...severity,
    body: { stringValue: wordsOf(fields) },
    attributes: otlpAttributes(fields),
    ...(traceId === undefined || spanId === undefined ? {} : { traceId, spanId }),
  };
}

/** What a person reads of it. */
function wordsOf(fields: SpanAttributes): string {
  const told = [fields['http.request.method'], fields['url.path'], fields['http.response.status_code']];
  return told.filter((each) => each !== undefined).join(' ');
}
