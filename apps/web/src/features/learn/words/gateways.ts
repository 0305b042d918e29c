import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, steps } from './blocks.ts';

const english: LessonWords = {
  title: 'Gateways',
  lead: 'One door in front of many services: tokens are checked once, in one way, and recorded in one place.',
  blocks: [
    steps(
      [
        'Match the route',
        'Find the rule for method and path, in one canonical spelling. What has no rule is refused.',
      ],
      [
        'Take the token',
        'From the `Authorization` header. Two tokens in one request are refused: which one counts would be a guess (RFC 6750 §2).',
      ],
      ['Verify', 'Signature with a pinned algorithm, issuer, audience, times (RFC 8725 §3).'],
      ['Ask for revocation', 'In a list kept at hand, without a call over the network.'],
      [
        'Authorise',
        'Does this caller have the scope and the role that this route wants? 401 means “who are you”, 403 means “not you” (RFC 6750 §3.1).',
      ],
      [
        'Forward',
        'Tell the service who calls, in a header such as `x-user-id`, and remove what the client wrote into these headers itself.',
      ],
    ),
    heading('What a gateway does not take away'),
    points(
      [
        'Whose order is it?',
        'The gateway knows that you may read orders. Only the service knows whether order 42 is yours.',
      ],
      [
        'The way behind',
        'If a service can be reached around the gateway, its headers can be made up. Close that way, or let the service verify a signed context token.',
      ],
      [
        'The audience',
        'The token below is for `https://api.example/orders`. A gateway in front of payroll must refuse it.',
      ],
    ),
    exhibit('anatomy'),
  ],
};

export const gateways: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/gateways.ts'),
  ja: () => import('./ja/gateways.ts'),
  es: () => import('./es/gateways.ts'),
  de: () => import('./de/gateways.ts'),
});
