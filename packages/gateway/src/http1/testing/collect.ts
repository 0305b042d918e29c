import type { Pool } from '../exchange.ts';
import type { UpstreamRequest } from '../request-head.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';

export type Outcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: readonly string[];
      readonly body: string;
    }
  | { readonly kind: 'failure'; readonly failure: UpstreamFailure };

export function get(target = '/'): UpstreamRequest {
  return { method: 'GET', target, host: 'upstream.example', headers: [], body: { kind: 'none' } };
}

/** Runs one exchange to its end and answers what the handler heard. */
export function collect(pool: Pick<Pool, 'exchange'>, request: UpstreamRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    let status = 0;
    let headers: readonly string[] = [];
    const pieces: Buffer[] = [];
    pool.exchange(request, {
      early: () => undefined,
      switched: () => undefined,
      head(head) {
        status = head.status;
        headers = head.rawHeaders;
      },
      body(piece) {
        pieces.push(Buffer.from(piece));
        return true;
      },
      end: () =>
        resolve({ kind: 'response', status, headers, body: Buffer.concat(pieces).toString('latin1') }),
      failed: (failure) => resolve({ kind: 'failure', failure }),
    });
  });
}
