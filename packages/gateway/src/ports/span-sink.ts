/** Where spans of requests go. Must not block and must not throw; drops are its own to count. */
export interface SpanSink {
  /** @param endpoint of the collector, as it is configured */
  send(endpoint: string, span: Span): void;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanEvent {
  readonly name: string;
  /** Milliseconds since the epoch, with fractions. */
  readonly at: number;
  readonly attributes: SpanAttributes;
}

/** A part of a trace, as OpenTelemetry has them. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  /** Of `tracestate`; empty where there is none. */
  readonly state: string;
  readonly kind: 'server' | 'client';
  readonly name: string;
  /** Milliseconds since the epoch, with fractions. */
  readonly start: number;
  readonly end: number;
  readonly attributes: SpanAttributes;
  readonly events: readonly SpanEvent[];
  readonly failed: boolean;
}
