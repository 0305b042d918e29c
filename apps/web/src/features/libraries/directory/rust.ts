import type { Library } from '../model/library.ts';

export const rust: readonly Library[] = [
  {
    name: 'jsonwebtoken',
    language: 'Rust',
    repository: 'Keats/jsonwebtoken',
    commit: '6086da74f433abf495601c4e6e6e96f600d13819',
    read: '2026-06-21',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'cargo add jsonwebtoken', source: 'https://crates.io/crates/jsonwebtoken' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'], sources: ['README.md#L28'] },
    checks: {
      exp: ['default', 'src/validation.rs#L129'],
      nbf: ['option', 'src/validation.rs#L130'],
      iss: ['option', 'src/validation.rs#L92'],
      aud: ['default', 'src/validation.rs#L131'],
      confusion: ['default', 'src/decoding.rs#L337'],
      none: ['default', 'src/algorithms.rs#L91'],
    },
    advisories: [
      { id: 'GHSA-h395-gr6q-cpjc', cve: 'CVE-2026-25537', what: 'A time of the wrong type was taken as absent', fixed: '10.3.0' },
    ],
  },
  {
    name: 'jwt-simple',
    language: 'Rust',
    repository: 'jedisct1/rust-jwt-simple',
    commit: '1887cdf9d22e6ee6fa2332e158331387043779a9',
    read: '2026-07-30',
    licence: { name: 'ISC', source: 'LICENSE' },
    install: { command: 'cargo add jwt-simple', source: 'https://crates.io/crates/jwt-simple' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES256K', 'EdDSA', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'], sources: ['README.md#L47'] },
    checks: {
      exp: ['default', 'src/claims.rs#L627'],
      nbf: ['default', 'src/claims.rs#L620'],
      iss: ['option', 'src/claims.rs#L630'],
      aud: ['option', 'src/claims.rs#L657'],
      typ: ['option', 'README.md#L493'],
      confusion: ['default', 'src/token.rs#L199'],
    },
    advisories: [
    ],
  },
  {
    name: 'josekit',
    language: 'Rust',
    repository: 'hidekatsu-izuno/josekit-rs',
    commit: '8fc5c143f258757c20c02841be9cfb088926d41d',
    read: '2025-05-21',
    licence: { name: 'Apache-2.0 or MIT', source: 'LICENSE-MIT' },
    install: { command: 'cargo add josekit', source: 'https://crates.io/crates/josekit' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L45'] },
    checks: {
      iss: ['option', 'src/jwt/jwt_payload_validator.rs#L78'],
      aud: ['option', 'src/jwt/jwt_payload_validator.rs#L109'],
      crit: ['default', 'src/jws/jws_context.rs#L452'],
      confusion: ['default', 'src/jws/jws_context.rs#L431'],
    },
    advisories: [
    ],
  },
];
