import { parseDuration } from '@signet/contracts';
import { usageFailure } from '../failure.ts';

/**
 * Milliseconds of a duration as it is written after an option.
 * @param option how it is written rightly, such as `--since 24h`
 * @throws CommandFailure where it is none
 */
export function readDuration(text: string, option: string): number {
  const duration = parseDuration(text);
  if (duration !== undefined) return duration;
  throw usageFailure({
    sentence: 'This is no duration.',
    expected: 'a duration such as 24h or 30d',
    actual: text.slice(0, 40),
    fix: `Write \`${option}\`.`,
  });
}
