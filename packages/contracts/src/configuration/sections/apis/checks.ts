import { type Check, check } from '../../check.ts';
import { showValue } from '../../problems/show-value.ts';
import { apisSchema } from './schema.ts';

/** A token says for which audience it is, and not for which name: two APIs of one audience would be one. */
export const oneApiAnAudience: Check = check({ apis: apisSchema }, ({ apis }) => {
  const seen = new Map<string, string>();
  return Object.entries(apis.value).flatMap(([name, { audience }]) => {
    const earlier = seen.get(audience);
    seen.set(audience, earlier ?? name);
    if (earlier === undefined) return [];
    return [
      {
        path: [...apis.place(name), 'audience'],
        atKey: false,
        actual: showValue(audience),
        expected: `an audience that no other API has; \`${earlier}\` has this one`,
        fix: 'Give it one of its own, or declare one API with the permissions of both.',
      },
    ];
  });
});
