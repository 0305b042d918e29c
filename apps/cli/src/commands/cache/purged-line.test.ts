import { expect, it } from 'vitest';
import { isForgotten, purgedLine } from './purged-line.ts';

const here = { purged: 12, gateways: 2, silent: 0, keeps: true };
const none = { done: [], silent: [], away: [] };

it.each([
  [
    { ...here, nodes: none },
    true,
    '12 answers of route orders are forgotten, in 2 gateway processes of this node.',
  ],
  [
    { ...here, silent: 1, nodes: none },
    false,
    '12 answers of route orders are forgotten, in 2 gateway processes of this node. 1 more did not answer, and may give theirs still.',
  ],
  [
    { ...here, nodes: { ...none, done: ['edge-1', 'edge-2'] } },
    true,
    '12 answers of route orders are forgotten, in 2 gateway processes of this node and of 2 of 2 gateway nodes.',
  ],
  [
    { ...here, nodes: { done: ['edge-1'], silent: ['edge-2'], away: ['edge-3', 'edge-4'] } },
    false,
    '12 answers of route orders are forgotten, in 2 gateway processes of this node and of 1 of 4 gateway nodes. Not all was forgotten at edge-2, which may give theirs still. Not connected here, and not told: edge-3, edge-4.',
  ],
  [
    { ...here, purged: 0, keeps: false, nodes: { ...none, away: ['edge-3'] } },
    false,
    'Route orders keeps no answers; 0 were forgotten. Not connected here, and not told: edge-3.',
  ],
])('%j is forgotten by all or not, and the line says by whom', (answered, isDone, line) => {
  expect([isForgotten(answered), purgedLine(answered, 'orders')]).toEqual([isDone, line]);
});
