import { describe, expect, it } from 'vitest';
import { refuseForeignPage } from './refuse-foreign-page.ts';

const refusal = (headers: Readonly<Record<string, string>>) =>
  refuseForeignPage(headers, 'https://login.example');

describe('a request', () => {
  it.each<Readonly<Record<string, string>>>([
    {},
    { origin: 'https://login.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])('of a program or of our own page is let through: %j', (headers) =>
    expect(refusal(headers)).toBeUndefined(),
  );

  it.each<Readonly<Record<string, string>>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://login.example' },
    { origin: 'https://login.example:8443' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://login.example', 'sec-fetch-site': 'cross-site' },
  ])('of another page is refused: %j', (headers) =>
    expect(refusal(headers)).toMatchObject({
      code: 'origin_not_allowed',
      expected: 'https://login.example',
      rule: 'RFC 6454 §7',
    }),
  );
});
