import type { Library } from '../model/library.ts';

export const swift: readonly Library[] = [
  {
    name: 'JWTKit',
    language: 'Swift',
    repository: 'vapor/jwt-kit',
    commit: 'b5f82fb9dc238f2fcac53d721a222513a152613c',
    read: '2025-10-30',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: '.package(url: "https://github.com/vapor/jwt-kit.git", from: "5.0.0")', source: 'https://github.com/vapor/jwt-kit' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'ML-DSA-65', 'ML-DSA-87'], sources: ['README.md#L60'] },
    checks: {
      exp: ['option', 'README.md#L129'],
      aud: ['option', 'README.md#L347'],
    },
    advisories: [
    ],
  },
  {
    name: 'JOSESwift',
    language: 'Swift',
    repository: 'airsidemobile/JOSESwift',
    commit: '2eff36b9b9bb5d10df7842b3d3fb5c2caa53a7cc',
    read: '2026-02-09',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: '.package(url: "https://github.com/airsidemobile/JOSESwift.git", from: "3.0.0")', source: 'https://github.com/airsidemobile/JOSESwift' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'], sources: ['README.md#L53'] },
    checks: {
    },
    advisories: [
    ],
  },
  {
    name: 'jose-swift',
    language: 'Swift',
    repository: 'beatt83/jose-swift',
    commit: 'b7d3ef55660fefd045641293bc95d4cdc07a15d8',
    read: '2026-04-10',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: '.package(url: "https://github.com/beatt83/jose-swift.git", from: "6.0.2")', source: 'https://github.com/beatt83/jose-swift' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L136'] },
    checks: {
      exp: ['supported', 'README.md#L57'],
      nbf: ['supported', 'README.md#L56'],
      iss: ['supported', 'README.md#L53'],
      aud: ['supported', 'README.md#L55'],
      none: ['default', 'Sources/JSONWebSignature/JWS+Verify.swift#L38'],
    },
    advisories: [
      { id: 'GHSA-88q6-jcjg-hvmw', cve: '', what: 'A token with alg none passed verification', fixed: '6.0.2' },
    ],
  },
];
