import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Signatures',
  lead: 'A signature answers one question: did somebody who holds the key write exactly this?',
  blocks: [
    text(
      'There are two families. With a symmetric algorithm, one secret both signs and verifies. With an asymmetric one, a private key signs and a public key verifies. The same claims, signed in this page with each:',
    ),
    exhibit('algorithms'),
    heading('When which'),
    points(
      [
        'Symmetric',
        'When one program signs for itself and nobody else verifies. Everybody who can verify can also sign, so each further verifier is a further place to forge. The secret must be random and at least as long as the hash, 32 bytes for HS256 (RFC 7518 §3.2).',
      ],
      [
        'Asymmetric',
        'When others verify: an identity provider and its APIs, partners, gateways. They need the public key only, which is no secret. This is the right choice in nearly every system.',
      ],
    ),
    heading('Which asymmetric one'),
    points(
      [
        'ES256',
        'Small keys and signatures, quick to sign, supported everywhere. A good default (RFC 7518 §3.4).',
      ],
      [
        'EdDSA',
        'Ed25519: as small, and signing needs no randomness that could fail. Ask first whether all your verifiers know it (RFC 8037 §3.1); newer software writes `Ed25519` instead (RFC 9864).',
      ],
      ['RS256', 'Every library in the world knows it. Keys of 2048 bits or more (RFC 7518 §3.3).'],
      [
        'PS256',
        'RSA with the better padding. Prefer it to RS256 where both sides support it (RFC 7518 §3.5).',
      ],
    ),
    text(
      'Whatever you choose, the verifier pins it: one key, one algorithm. The token’s own `alg` is a claim by a stranger (RFC 8725 §3.1). The attack lab shows what happens otherwise.',
    ),
  ],
};

export const signatures: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/signatures.ts'),
  ja: () => import('./ja/signatures.ts'),
  es: () => import('./es/signatures.ts'),
  de: () => import('./de/signatures.ts'),
});
