import { parseDuration } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';

/** In milliseconds. */
export function durationOf(option: 'lifetime' | 'overlap', text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw usageFailure({
    sentence: 'This is no duration.',
    expected: 'a whole number with ms, s, m, h or d, such as 24h',
    actual: 'something else',
    fix: `Write \`--${option} 24h\`, or leave it out.`,
  });
}
