import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, steps, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Single sign-on',
  lead: 'Sign in once, at one place, and many applications know who you are, without ever seeing your password.',
  blocks: [
    steps(
      [
        'The application sends you away',
        'To the identity provider, with a `state`, a `nonce` and the hash of a secret made for this one sign-in (PKCE, RFC 7636 §4.2).',
      ],
      [
        'You sign in there',
        'Or you already are: the provider has a session of its own, in its own cookie. That is the whole trick of single sign-on.',
      ],
      [
        'You come back with a code',
        'It is short-lived, works once, and is worth nothing without the secret of the first step.',
      ],
      [
        'The application exchanges it',
        'In a direct call, for an ID token and an access token (RFC 6749 §4.1.3).',
      ],
    ),
    heading('Two tokens, two readers'),
    points(
      [
        'ID token',
        'For the application: who signed in, when and how. `aud` is the application. It is read once, and never sent to an API.',
      ],
      [
        'Access token',
        'For the API: what may be done. `aud` is the API, `typ` is `at+jwt` (RFC 9068 §2.1). To the application it is an opaque text.',
      ],
    ),
    text(
      'This is an ID token. Its `nonce` ties it to the request, so that a stolen one cannot be slipped in, and `auth_time` says when the person last signed in.',
    ),
    exhibit('anatomy'),
    text(
      'An API that takes an ID token for an access token lets every application act as its users. Checking `aud` and `typ` prevents it (RFC 8725 §3.11, RFC 8725 §3.12).',
    ),
  ],
};

export const singleSignOn: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/single-sign-on.ts'),
  ja: () => import('./ja/single-sign-on.ts'),
  es: () => import('./es/single-sign-on.ts'),
  de: () => import('./de/single-sign-on.ts'),
});
