import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Service to service',
  lead: 'When a program calls a program there is nobody to type a password. There are three good ways to say who calls.',
  blocks: [
    points(
      [
        'On its own behalf',
        'The service gets a token with its own credentials: the client credentials grant (RFC 6749 §4.4). `sub` is the service itself.',
      ],
      [
        'With a key instead of a password',
        'The service signs a short assertion with a private key of its own, and no secret travels (RFC 7523 §2.2).',
      ],
      [
        'For somebody',
        'The service exchanges the caller’s token for one that names both: `sub` is the person, `act` is the service (RFC 8693 §4.1).',
      ],
    ),
    heading('Do not pass the caller’s token on'),
    text(
      'It is tempting to send the token you received to the next service. Then every service in the chain can act as the person everywhere, and `aud` can no longer tell anything. Exchange it: the new token has a smaller audience, a smaller scope and a shorter life. In this one, the service `orders` acts for a customer towards `shipping`:',
    ),
    exhibit('anatomy'),
    heading('Bind it where it matters'),
    points(
      [
        'DPoP',
        'The client proves with each request that it holds a private key; the token names that key in `cnf` (RFC 9449 §4, RFC 9449 §6).',
      ],
      [
        'Mutual TLS',
        'The token is bound to the client’s certificate (RFC 8705 §3). Usual between services that have certificates anyway.',
      ],
    ),
  ],
};

export const serviceToService: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/service-to-service.ts'),
  ja: () => import('./ja/service-to-service.ts'),
  es: () => import('./es/service-to-service.ts'),
  de: () => import('./de/service-to-service.ts'),
});
