import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { UsersQuery } from '@signet/contracts';
import type { Identity } from '@signet/identity';
import type { FastifyInstance } from 'fastify';

/** What the bench asks beside: people as an administrator looks for them, and how long the event loop was held up. */
export function addBenchRoutes(app: FastifyInstance, users: Identity['userAdministration']): void {
  app.get<{ Querystring: UsersQuery }>('/users', ({ query }) =>
    users.page({ ...query, limit: Number(query.limit) }),
  );
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  // Nanoseconds, with those that the timer itself waits.
  app.get('/loop-delay', async () => {
    const delay = delays.percentile(99) / 1e6;
    delays.reset();
    return `${delay}`;
  });
}
