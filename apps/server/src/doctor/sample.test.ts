import { readConfiguration } from '@signet/contracts';
import { expect, it } from 'vitest';
import { type Sample, sampleOf, withHeaders, withParameter, writeRequest } from './sample.ts';

function sampled(match: string, path?: string): Sample {
  const text = `upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] } }
routes: [{ id: r, match: ${match}, public: true, upstream: api }]
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  const route = reading.ok ? reading.configuration.routes[0] : undefined;
  if (route === undefined) throw new TypeError('No route');
  return sampleOf(route, path);
}

it('has what the route takes it by', () => {
  const match =
    "{ methods: [DELETE, POST], path: '/a/{id}/b/{rest*}', hosts: ['*.api.example'], headers: { x-v: '2' }, query: { beta: on-wish } }";
  const sample = sampled(match);
  expect(sample).toEqual({
    method: 'POST',
    path: '/a/doctor/b/doctor',
    query: '?beta=on-wish',
    host: 'doctor.api.example',
    headers: [['x-v', '2']],
  });
  expect(writeRequest(withParameter(withHeaders(sample, ['X-A', 'b']), 'key', 'a b'))).toBe(
    'POST /a/doctor/b/doctor?beta=on-wish&key=a%20b HTTP/1.1\r\nHost: doctor.api.example\r\nConnection: close\r\nx-v: 2\r\nX-A: b\r\n\r\n',
  );
});

it('takes the path that is given, and is written with what is unusual about it', () => {
  const sample = sampled('{ methods: [GET], path: /a }', '/b');
  expect(sample).toMatchObject({ path: '/b', query: '', host: 'doctor.example' });
  const unusual = { target: '//b', connection: 'close, x-a', lines: 'Content-Length : 1\r\n', body: 'a' };
  expect(writeRequest(sample, unusual)).toBe(
    'GET //b HTTP/1.1\r\nHost: doctor.example\r\nConnection: close, x-a\r\nContent-Length : 1\r\n\r\na',
  );
});
