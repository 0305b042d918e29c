import { describe, expect, it } from 'vitest';
import { accessLogSchema, tracingSchema } from './telemetry.ts';

describe('what a gateway tells of requests', () => {
  it.each([
    'stdout',
    '/var/log/signet/access.jsonl',
    'C:\\logs\\access.jsonl',
    'http://127.0.0.1:4318',
    'https://otel.example/in/',
  ])('goes to %s', (to) => {
    expect(accessLogSchema.parse({ to })).toEqual({ to });
  });

  it.each([
    'access.jsonl',
    '/var/log/',
    'stderr',
    '',
    '/var/a\nb',
    7,
    'http://u:p@otel.example',
    'http://otel.example/?key=1',
    'http://',
    'otlp',
  ])('does not go to %j', (to) => {
    expect(accessLogSchema.safeParse({ to }).error?.issues[0]?.message).toContain('the whole path of a file');
  });

  it('is traced by a tenth unless a share is named', () => {
    const endpoint = 'http://127.0.0.1:4318';
    expect(tracingSchema.parse({ endpoint })).toEqual({ endpoint, sample: 0.1 });
    expect(tracingSchema.parse({ endpoint, sample: '100%' })).toEqual({ endpoint, sample: 1 });
    for (const sample of ['0%', 0.5, '101%'])
      expect(tracingSchema.safeParse({ endpoint, sample }).success).toBe(false);
    expect(tracingSchema.safeParse({ endpoint: 'http://u:p@collector/' }).success).toBe(false);
  });
});
