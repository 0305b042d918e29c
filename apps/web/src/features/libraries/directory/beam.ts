import type { Library } from '../model/library.ts';

export const beam: readonly Library[] = [
  {
    name: 'Joken',
    language: 'Elixir',
    repository: 'joken-elixir/joken',
    commit: '7bc6bb90dd8dcfec8fcd9834de4e972867428f01',
    read: '2025-12-14',
    licence: { name: 'Apache-2.0', source: 'LICENSE.txt' },
    install: { command: '{:joken, "~> 2.6"}', source: 'https://hex.pm/packages/joken' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'Ed448'], sources: ['guides/introduction.md#L27'] },
    checks: {
      exp: ['option', 'lib/joken/config.ex#L242'],
      nbf: ['option', 'lib/joken/config.ex#L242'],
      iss: ['option', 'lib/joken/config.ex#L242'],
      aud: ['option', 'lib/joken/config.ex#L242'],
    },
    advisories: [
    ],
  },
  {
    name: 'erlang-jose',
    language: 'Erlang',
    repository: 'potatosalad/erlang-jose',
    commit: 'c8b669c86d73300d2af377c7c0f08b4df06fedbe',
    read: '2025-11-20',
    licence: { name: 'MIT', source: 'LICENSE.md' },
    install: { command: '{jose, "1.11.10"}', source: 'https://hex.pm/packages/jose' },
    algorithms: { names: ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'Ed25519', 'Ed448'], sources: ['README.md#L198'] },
    checks: {
      confusion: ['option', 'README.md#L210'],
      none: ['default', 'README.md#L208'],
    },
    advisories: [
    ],
  },
];
