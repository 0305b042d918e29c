import type { Library } from '../model/library.ts';

export const others: readonly Library[] = [
  {
    name: 'dart_jsonwebtoken',
    language: 'Dart',
    repository: 'jonasroussel/dart_jsonwebtoken',
    commit: '8a4472d4cdc6d897af5c1e025fd524b31b794ca2',
    read: '2026-04-19',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'dart pub add dart_jsonwebtoken', source: 'https://pub.dev/packages/dart_jsonwebtoken' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L133'] },
    checks: {
      exp: ['default', 'lib/src/jwt.dart#L74'],
      nbf: ['default', 'lib/src/jwt.dart#L88'],
      iss: ['option', 'lib/src/jwt.dart#L33'],
      aud: ['option', 'lib/src/jwt.dart#L31'],
      typ: ['default', 'lib/src/jwt.dart#L51'],
    },
    advisories: [
    ],
  },
  {
    name: 'Crypt::JWT',
    language: 'Perl',
    repository: 'DCIT/perl-Crypt-JWT',
    commit: '5e5d53957be5bba90b38184041674261365b53b9',
    read: '2026-05-16',
    licence: { name: 'Artistic-1.0 or GPL-1.0', source: 'LICENSE' },
    install: { command: 'cpanm Crypt::JWT', source: 'https://metacpan.org/pod/Crypt::JWT' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L528'] },
    checks: {
      exp: ['default', 'README.md#L439'],
      nbf: ['default', 'README.md#L431'],
      iss: ['option', 'README.md#L352'],
      aud: ['option', 'README.md#L365'],
      typ: ['option', 'README.md#L455'],
      confusion: ['option', 'README.md#L294'],
      none: ['default', 'README.md#L301'],
    },
    advisories: [
    ],
  },
  {
    name: 'jose',
    language: 'Haskell',
    repository: 'frasertweedale/hs-jose',
    commit: '1d834e55c46b20d23981b237d6da6ca416cc3d0e',
    read: '2025-08-28',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'cabal install --lib jose', source: 'https://hackage.haskell.org/package/jose' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['src/Crypto/JOSE/JWS.hs#L592'] },
    checks: {
      exp: ['supported', 'src/Crypto/JWT.hs#L202'],
      nbf: ['supported', 'src/Crypto/JWT.hs#L203'],
      iss: ['supported', 'src/Crypto/JWT.hs#L204'],
      aud: ['supported', 'src/Crypto/JWT.hs#L205'],
      none: ['default', 'README.md#L36'],
    },
    advisories: [
    ],
  },
  {
    name: 'lua-resty-jwt',
    language: 'Lua',
    repository: 'cdbattags/lua-resty-jwt',
    commit: '3973e402d835631de292c6e4cca52e728f02c24a',
    read: '2026-03-03',
    licence: { name: 'Apache-2.0', source: 'LICENSE' },
    install: { command: 'luarocks install lua-resty-jwt', source: 'https://luarocks.org/modules/cdbattags/lua-resty-jwt' },
    algorithms: { names: ['HS256', 'HS512', 'RS256', 'RS512', 'PS256', 'PS512', 'ES256', 'ES512'], sources: ['README.md#L120'] },
    checks: {
      exp: ['option', 'README.md#L381'],
      nbf: ['option', 'README.md#L380'],
      iss: ['option', 'README.md#L407'],
      confusion: ['option', 'README.md#L170'],
    },
    advisories: [
    ],
  },
  {
    name: 'crystal-community/jwt',
    language: 'Crystal',
    repository: 'crystal-community/jwt',
    commit: '429c9b3a088b6b2c06938d725a49a2444788ce8e',
    read: '2025-10-20',
    licence: { name: 'MIT', source: 'LICENSE' },
    install: { command: 'shards: github: crystal-community/jwt', source: 'https://github.com/crystal-community/jwt' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA'], sources: ['README.md#L63'] },
    checks: {
      exp: ['default', 'src/jwt.cr#L175'],
      nbf: ['default', 'src/jwt.cr#L176'],
      iss: ['option', 'README.md#L75'],
      aud: ['option', 'src/jwt.cr#L177'],
    },
    advisories: [
    ],
  },
];
