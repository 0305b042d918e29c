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

  const app = 'https://app.login.example';
  it.each<Readonly<Record<string, string>>>([
    { origin: app },
    { origin: app, 'sec-fetch-site': 'same-site' },
  ])('of an app of our own on the same site is let through: %j', (headers) =>
    expect(refuseForeignPage(headers, 'https://login.example', app)).toBeUndefined(),
  );

  it('of an app of our own on another site is refused, for no session would be kept for it', () => {
    const headers = { origin: app, 'sec-fetch-site': 'cross-site' };
    expect(refuseForeignPage(headers, 'https://login.example', app)).toMatchObject({
      code: 'origin_not_allowed',
      variant: 'app_apart',
    });
  });

  it.each<Readonly<Record<string, string>>>([
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://other.login.example', 'sec-fetch-site': 'same-site' },
  ])('of another page is not let through for an app of our own: %j', (headers) =>
    expect(refuseForeignPage(headers, 'https://login.example', app)).toMatchObject({
      code: 'origin_not_allowed',
    }),
  );
});
