import type { Span, SpanAttributes } from '@signet/gateway/ports';

/** Of OTLP: SPAN_KIND_SERVER and SPAN_KIND_CLIENT; STATUS_CODE_ERROR. */
const kinds = { server: 2, client: 3 } as const;
const failed = 2;

/** Spans as OTLP has them in JSON (`ExportTraceServiceRequest`): ids in hex, times and whole numbers as text. */
export function otlpSpans(spans: readonly Span[], node: string): object {
  const resource = { 'service.name': 'signet-gateway', 'service.instance.id': node };
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [{ scope: { name: 'signet.gateway' }, spans: spans.map(spanOf) }],
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
    attributes: attributesOf(span.attributes),
    events: span.events.map(({ name, at, attributes }) => ({
      name,
      timeUnixNano: nanoseconds(at),
      attributes: attributesOf(attributes),
    })),
    status: span.failed ? { code: failed } : {},
  };
}

function attributesOf(attributes: SpanAttributes): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: wireValue(value) }));
}

function wireValue(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

/** Whole milliseconds and their fraction apart: together they are more digits than a number has. */
function nanoseconds(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const rest = Math.floor((milliseconds - whole) * 1_000_000);
  return String(BigInt(whole) * 1_000_000n + BigInt(rest));
}
