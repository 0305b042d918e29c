import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';
import { priceSchema } from './price.ts';

describe('the price of a call', () => {
  it('is fixed, or said by the answer up to a most', () => {
    expect(priceSchema.parse({ call: '0.002 USD' })).toEqual({ micros: 2_000, currency: 'USD' });
    expect(priceSchema.parse({ most: '0.05 EUR', header: 'x-cost' })).toEqual({
      micros: 50_000,
      currency: 'EUR',
      header: 'x-cost',
    });
  });

  it.each([
    {},
    { call: '0 USD' },
    { call: '1 USD', header: 'x-cost' },
    { most: '1 USD' },
    { header: 'x-cost' },
  ])('is not %j', (price) => {
    expect(priceSchema.safeParse(price).success).toBe(false);
  });

  it.each([
    ['upstream: api', 0],
    ['upstream: api, websocket: true', 1],
    ['respond: { status: 200 }', 1],
  ])('is of a route with %s: %d problems', (route, problems) => {
    const text = `version: 1
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: http://127.0.0.1:1 }] } }
routes:
  - { id: api, match: { methods: [GET], path: '/api' }, public: true, price: { call: 0.002 USD }, ${route} }
`;
    const reading = readConfiguration(text, { fileName: 'signet.yaml' });
    expect(reading.ok ? 0 : reading.problems.length).toBe(problems);
  });
});
