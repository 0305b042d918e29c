import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Roles and attributes',
  lead: 'A verified token says who calls. What the caller may do is a second question, with a second answer.',
  blocks: [
    points(
      [
        'Scopes',
        'What the person allowed the application to do: `scope` is a list with blanks between (RFC 8693 §4.2). A scope can only narrow what the person may do.',
      ],
      [
        'Roles',
        'What the person is in the organisation: `roles` (RFC 9068 §2.2.3.1). Easy to understand, easy to review, coarse.',
      ],
      [
        'Attributes',
        'Facts that are compared for each request: whose tenant, which amount, what time. As fine as needed, and harder to review.',
      ],
    ),
    text(
      'Choose who calls and what for. Each time a token is signed and verified in this page, and then three rules are asked.',
    ),
    exhibit('access'),
    heading('What has proven itself'),
    points(
      ['Refuse by default', 'A route without a rule is closed, and said to be public where it is.'],
      [
        'Roles at the door, attributes at the thing',
        'The gateway asks for scope and role. The service asks whether this order belongs to this tenant.',
      ],
      [
        'Keep claims few',
        'A role taken away today still stands in the tokens of yesterday. What must change at once belongs in a database, not in a token.',
      ],
    ),
  ],
};

export const access: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/access.ts'),
  ja: () => import('./ja/access.ts'),
  es: () => import('./es/access.ts'),
  de: () => import('./de/access.ts'),
});
