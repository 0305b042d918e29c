import type { Library } from '../model/library.ts';

export const c: readonly Library[] = [
  {
    name: 'LibJWT',
    language: 'C',
    repository: 'benmcollins/libjwt',
    commit: '94e3cdf35d120c4d869851714a2cf9f582e9b61e',
    read: '2026-06-28',
    licence: { name: 'MPL-2.0', source: 'LICENSE' },
    install: { command: 'git clone https://github.com/benmcollins/libjwt', source: 'https://github.com/benmcollins/libjwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'ML-DSA-44'], sources: ['README.md#L54'] },
    checks: {
      exp: ['supported', 'include/jwt.h#L396'],
      nbf: ['supported', 'include/jwt.h#L397'],
      iss: ['supported', 'include/jwt.h#L393'],
      aud: ['supported', 'include/jwt.h#L395'],
      crit: ['default', 'libjwt/jwt-verify.c#L92'],
    },
    advisories: [
      { id: 'GHSA-q843-6q5f-w55g', cve: 'CVE-2026-44699', what: 'An RSA JWK without alg verifies HMAC tokens with an empty key', fixed: '3.3.3' },
    ],
  },
  {
    name: 'cjose',
    language: 'C',
    repository: 'OpenIDC/cjose',
    commit: 'e3be26681e63a639711543b750f9de5432dbf38b',
    read: '2025-02-14',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'git clone https://github.com/OpenIDC/cjose', source: 'https://github.com/OpenIDC/cjose' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'], sources: ['include/cjose/header.h#L62'] },
    checks: {
      none: ['default', 'src/jws.c#L827'],
    },
    advisories: [
    ],
  },
  {
    name: 'Rhonabwy',
    language: 'C',
    repository: 'babelouest/rhonabwy',
    commit: '132f43c1e30a299f044f2a4f852095b59e48d158',
    read: '2024-11-11',
    licence: { name: 'LGPL-2.1', source: 'LICENSE' },
    install: { command: 'apt install librhonabwy-dev', source: 'https://packages.debian.org/stable/librhonabwy-dev' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'], sources: ['API.md#L112'] },
    checks: {
      exp: ['option', 'API.md#L409'],
      nbf: ['option', 'API.md#L410'],
      iss: ['option', 'API.md#L406'],
      aud: ['option', 'API.md#L408'],
      typ: ['option', 'API.md#L416'],
    },
    advisories: [
    ],
  },
  {
    name: 'jwt-cpp',
    language: 'C++',
    repository: 'Thalhammer/jwt-cpp',
    commit: '0a503e75084cfdb48cc2186e6b961444eb819007',
    read: '2026-04-02',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'git clone https://github.com/Thalhammer/jwt-cpp', source: 'https://github.com/Thalhammer/jwt-cpp' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L34'] },
    checks: {
      exp: ['default', 'include/jwt-cpp/jwt.h#L3658'],
      nbf: ['default', 'include/jwt-cpp/jwt.h#L3672'],
      iss: ['option', 'README.md#L78'],
    },
    advisories: [
    ],
  },
  {
    name: 'cpp-jwt',
    language: 'C++',
    repository: 'arun11299/cpp-jwt',
    commit: '7f24eb4c32145cf7520f5ebb45772e9b28217cff',
    read: '2025-09-08',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'git clone https://github.com/arun11299/cpp-jwt', source: 'https://github.com/arun11299/cpp-jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'], sources: ['README.md#L170'] },
    checks: {
      exp: ['supported', 'README.md#L187'],
      nbf: ['supported', 'README.md#L188'],
      iss: ['supported', 'README.md#L184'],
      aud: ['supported', 'README.md#L186'],
    },
    advisories: [
    ],
  },
];
