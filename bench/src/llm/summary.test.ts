import { expect, it } from 'vitest';
import { summarise } from './summary.ts';

it('says what a piece of a stream costs beyond its beginning and end, as a multiple of the proxy that reads nothing', () => {
  const raw = { stack: { name: 'raw', title: 'raw' }, samples: [{ json: 100, short: 200, long: 1200 }] };
  const samples = [
    { json: 240, short: 300, long: 1900 },
    { json: 250, short: 320, long: 1920 },
    { json: 900, short: 990, long: 9990 },
  ];
  const { table } = summarise([raw, { stack: { name: 'signet', title: 'Signet' }, samples }]);
  expect(table).toEqual([
    ['raw', 'raw', 100, 1, 200, 1, 5, 1],
    ['signet', 'Signet', 250, 2.5, 320, 1.6, 8, 1.6],
  ]);
});
