import { describeApi, type ServerExchanges } from '@signet/contracts';
import type { Handlers } from '@signet/http';

/** What the server says of itself: that it serves, and what. */
export function ownEndpoints(issuer: string): Handlers<Exclude<keyof ServerExchanges, 'readBrand'>> {
  const description = describeApi(issuer);
  return {
    checkHealth: async (_parts, { reply }) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' };
    },
    describeApi: async (_parts, { reply }) => {
      reply.header('cache-control', 'no-cache');
      return description;
    },
  };
}
