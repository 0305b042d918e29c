import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, steps, text } from './blocks.ts';

const english: LessonWords = {
  title: 'The life of a token',
  lead: 'Issue, present, decide, record, explain, revoke: every token goes this way.',
  blocks: [
    steps(
      [
        'Issue',
        'Somebody signs in. The issuer writes down who, for whom and until when, and signs it. Minutes are a good life for an access token.',
      ],
      [
        'Present',
        'The client sends it in the `Authorization` header: `Bearer`, a blank and the token (RFC 6750 §2.1). Never in an address: addresses are kept in logs and histories (RFC 6750 §2.3).',
      ],
      [
        'Decide',
        'The API checks signature, issuer, audience and times, then whether this caller may do this. The order matters: no claim is read before the signature stands (RFC 7519 §7.2).',
      ],
      [
        'Record',
        'Who called what, when, and what was decided. Never the token itself: whoever reads the log could use it.',
      ],
      [
        'Explain',
        'A refusal says what was expected, what was received and how to fix it, with status 401 or 403 and a `WWW-Authenticate` header (RFC 6750 §3).',
      ],
      [
        'Revoke',
        'The person signs out, or the token is stolen. From then on it is refused, though its signature stays right for ever.',
      ],
    ),
    heading('Move the clock'),
    text('This token lives for 15 minutes. Move the clock, or end its session, and watch the decision.'),
    exhibit('life'),
  ],
};

export const life: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/life.ts'),
  ja: () => import('./ja/life.ts'),
  es: () => import('./es/life.ts'),
  de: () => import('./de/life.ts'),
});
