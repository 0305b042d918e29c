import { WatchedClocks } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { ownTokenWords } from '@signet/trust';
import { expect, it } from 'vitest';
import { createNodePorts } from './node-ports.ts';
import { createNodeQuestions } from './node-questions.ts';
import { createRememberedAnswers } from './remembered-answers.ts';

it('keeps what a person gave a server of tools on no disk, and knows nothing of it once it is cut off', async () => {
  const questions = createNodeQuestions();
  const remembered = createRememberedAnswers(undefined, () => true);
  questions.connected((message) => {
    if (message.kind !== 'handed') return false;
    const { request, reference } = message;
    queueMicrotask(() =>
      questions.answered({ kind: 'handedAnswer', request, texts: [`secret of ${reference}`] }),
    );
    return true;
  });
  const { readHanded } = createNodePorts({
    ...{ questions, remembered, isConnected: () => true },
    clocks: new WatchedClocks(new ManualClocks()),
  });
  const words = ownTokenWords({ server: 'files', addressDigest: 'digest', subject: 'usr_ada' }) ?? '';
  expect(await readHanded(words)).toEqual([`secret of ${words}`]);
  expect(await readHanded('env:KEY')).toEqual(['secret of env:KEY']);
  expect(Object.keys(remembered.all().handed)).toEqual(['env:KEY']);
  questions.lost();
  await expect(readHanded(words)).rejects.toThrow('No control node');
  expect(await readHanded('env:KEY')).toEqual(['secret of env:KEY']);
});
