import type { Span } from '@signet/gateway/ports';
import { nanoseconds, otlpAttributes, otlpResource, otlpScope } from './otlp.ts';

/** Of OTLP: SPAN_KIND_SERVER and SPAN_KIND_CLIENT; STATUS_CODE_ERROR. */
const kinds = { server: 2, client: 3 } as const;
const failed = 2;

/** Spans as OTLP has them in JSON (`ExportTraceServiceRequest`): ids in hex, times and whole numbers as text. */
export function otlpSpans(spans: readonly Span[], node: string): object {
  return {
    resourceSpans: [
      {
        resource: otlpResource(node),
        scopeSpans: [{ scope: otlpScope, spans: spans.map(spanOf) }],
      },
    ],
  };
}

function spanOf(span: Span): object {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentId === undefined ? {} : { parentSpanId: span.parentId }),
    ...(span.state === '' ? {} : { traceState: span.state }),
    // The flag that it is sampled, which it is.
    flags: 1,
    name: span.name,
    kind: kinds[span.kind],
    startTimeUnixNano: nanoseconds(span.start),
    endTimeUnixNano: nanoseconds(Math.max(span.start, span.end)),
    attributes: otlpAttributes(span.attributes),
    events: span.events.map(({ name, at, attributes }) => ({
      name,
      timeUnixNano: nanoseconds(at),
      attributes: otlpAttributes(attributes),
    })),
    status: span.failed ? { code: failed } : {},
  };
}
