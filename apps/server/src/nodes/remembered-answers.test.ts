import { expect, it } from 'vitest';
import { createRememberedAnswers } from './remembered-answers.ts';

const away = async () => Promise.reject(new Error('No control node is connected.'));

it('forgets a key that was given by command and taken away, also on disk, and no other', async () => {
  const answers = createRememberedAnswers(undefined, () => true);
  const words = ['added:openai:1', 'added:claude:1', 'env:PARTNER'];
  for (const each of words) await answers.handed(each, async () => [`secret of ${each}`]);
  const before = answers.revision;
  answers.forgetRemoved(['added:claude:1']);
  expect(Object.keys(answers.all().handed)).toEqual(['added:claude:1', 'env:PARTNER']);
  expect(JSON.stringify(answers.all())).not.toContain('secret of added:openai:1');
  expect(answers.revision).not.toBe(before);
  expect(await answers.handed('added:openai:1', away)).toEqual([]);
  expect(await answers.handed('added:claude:1', away)).toEqual(['secret of added:claude:1']);
});
