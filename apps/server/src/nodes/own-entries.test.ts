import { expect, it } from 'vitest';
import { ownEntries } from './own-entries.ts';

const now = Date.UTC(2026, 10, 30);
const page = { key: 'k', budget: 'teams', endsAt: now + 1, counts: 'tokens', limit: 9, soft: false } as const;
const request = {
  ...{ id: 'req_1', pages: [page], most: { micros: 1, tokens: 1 } },
  ...{ currency: 'USD', leaseFor: 1, labels: {} },
};

it('lets a node close nothing that another one reserved', () => {
  expect(ownEntries('edge-1', { act: 'release', id: 'edge-2/req_1' }, now)).toEqual({
    act: 'release',
    id: 'edge-1/edge-2/req_1',
  });
  expect(ownEntries('edge-1', { act: 'reserve', request }, now)).toEqual({
    act: 'reserve',
    request: { ...request, id: 'edge-1/req_1' },
  });
});

it('takes no budget of a time that never ends', () => {
  const endless = { ...request, pages: [{ ...page, endsAt: now + 40 * 86_400_000 }] };
  expect(ownEntries('edge-1', { act: 'move', request: endless }, now)).toBeUndefined();
});
