import { usageFailure } from '../../failure.ts';
import { readText } from '../config/check.ts';

/** A prompt as it stands in a file. What it must be is for the server to say. */
export async function readPromptFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, with all else that is no object.
  }
  throw usageFailure({
    sentence: 'The file is no prompt.',
    expected: 'an object in JSON, with `messages` and `model`',
    actual: 'something else',
    fix: 'See docs/llm.md, or take one by `signet prompt show NAME@1.0`.',
  });
}
