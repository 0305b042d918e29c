import { expect, it } from 'vitest';
import { lotOf } from './lot.ts';

it('is drawn evenly, and once for each caller and publication', () => {
  const drawer = { issuer: 'https://id.example', prompt: 'sum', number: 1 };
  const lots = Array.from({ length: 10_000 }, (_, at) => lotOf({ ...drawer, subject: `user-${at}` }));
  expect(Math.min(...lots)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lots)).toBeLessThan(100);
  const given = lots.filter((lot) => lot < 10).length;
  expect(given).toBeGreaterThan(850);
  expect(given).toBeLessThan(1150);
  expect(lotOf({ ...drawer, subject: 'user-7' })).toBe(lots[7]);
  expect(lotOf({ ...drawer, subject: 'user-7', number: 2 })).not.toBe(lots[7]);
  expect(lotOf({ ...drawer, subject: undefined })).not.toBe(lotOf({ ...drawer, subject: 'null' }));
});
