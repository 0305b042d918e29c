import type { RouteConfiguration } from '@signet/contracts';

export type Header = readonly [name: string, value: string];

/** An ordinary request, before it is written down. */
export interface Sample {
  readonly method: string;
  /** Canonical, without the query. */
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  readonly host: string;
  readonly headers: readonly Header[];
}

/** What of a request is not as usual. */
export interface Unusual {
  readonly target?: string;
  readonly connection?: string;
  /** Further lines as they are, each with its end. */
  readonly lines?: string;
  readonly body?: string;
}

const usualMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const parameter = /\{[^{}]*\}/g;

/** A request that the route takes, but for what proves who calls. */
export function sampleOf({ match }: RouteConfiguration, path?: string): Sample {
  const { methods, headers = {}, query = {}, hosts = [] } = match;
  const [host = 'doctor.example'] = hosts;
  const words = new URLSearchParams(Object.entries(query)).toString();
  return {
    method: usualMethods.find((each) => methods.includes(each)) ?? methods[0] ?? 'GET',
    path: path ?? match.path.replace(parameter, 'doctor'),
    query: words === '' ? '' : `?${words}`,
    host: host.replace('*', 'doctor'),
    headers: Object.entries(headers),
  };
}

export function withHeaders(sample: Sample, ...more: readonly Header[]): Sample {
  return { ...sample, headers: [...sample.headers, ...more] };
}

export function withParameter(sample: Sample, name: string, value: string): Sample {
  const words = `${name}=${encodeURIComponent(value)}`;
  return { ...sample, query: sample.query === '' ? `?${words}` : `${sample.query}&${words}` };
}

/** The bytes of a request, as Latin-1. After its answer the connection is over. */
export function writeRequest(sample: Sample, unusual: Unusual = {}): string {
  const { method, path, query, host, headers } = sample;
  const { target = `${path}${query}`, connection = 'close', lines = '', body = '' } = unusual;
  const head = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Connection: ${connection}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\r\n')}\r\n${lines}\r\n${body}`;
}
