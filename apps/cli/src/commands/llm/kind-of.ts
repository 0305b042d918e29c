import { type AddedKind, addedKinds } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';

/** One that bears the name of a kind is of that kind, unless said otherwise. */
export function kindOf(name: string, said: string | undefined): AddedKind {
  const kind = addedKinds.find((each) => each === (said ?? name));
  if (kind !== undefined) return kind;
  throw usageFailure({
    sentence: 'What is spoken with this provider is not known.',
    expected: `--kind with one of ${addedKinds.join(', ')}`,
    actual: said === undefined ? 'no --kind' : 'another kind',
    fix: 'Whoever speaks as OpenAI does is `--kind openai-compatible --url https://HOST/v1`.',
  });
}
