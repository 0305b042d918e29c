import type { Library } from '../model/library.ts';

export const ruby: readonly Library[] = [
  {
    name: 'ruby-jwt',
    language: 'Ruby',
    repository: 'jwt/ruby-jwt',
    commit: 'a2cb2723c568890b7fc61266621adb394f8500ca',
    read: '2026-08-03',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'gem install jwt', source: 'https://rubygems.org/gems/jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K'], sources: ['README.md#L48'] },
    checks: {
      exp: ['default', 'README.md#L364'],
      nbf: ['default', 'README.md#L409'],
      iss: ['option', 'README.md#L335'],
      aud: ['option', 'README.md#L336'],
      crit: ['option', 'lib/jwt/claims/crit.rb#L20'],
      confusion: ['default', 'README.md#L50'],
      none: ['default', 'README.md#L50'],
    },
    advisories: [
      { id: 'GHSA-c32j-vqhx-rx3x', cve: 'CVE-2026-45363', what: 'An empty key verifies HMAC tokens of an attacker', fixed: '2.10.3, 3.2.0' },
    ],
  },
  {
    name: 'json-jwt',
    language: 'Ruby',
    repository: 'nov/json-jwt',
    commit: '543d928e7ad314312a0c81e7fa3c048ce70baa42',
    read: '2025-08-09',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'gem install json-jwt', source: 'https://rubygems.org/gems/json-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K'], sources: ['lib/json/jws.rb#L50'] },
    checks: {
      none: ['default', 'lib/json/jws.rb#L23'],
    },
    advisories: [
      { id: 'GHSA-c8v6-786g-vjx6', cve: 'CVE-2023-51774', what: 'An encrypted token could pass as a signed one', fixed: '1.15.3.1, 1.16.6' },
      { id: 'GHSA-cff7-6h4q-q5pj', cve: 'CVE-2019-18848', what: 'The number of parts of a JWE was not checked', fixed: '1.11.0' },
      { id: 'GHSA-mj4x-wcxf-hm8x', cve: 'CVE-2018-1000539', what: 'The length of an AES-GCM tag was not checked', fixed: '1.9.4' },
    ],
  },
];
