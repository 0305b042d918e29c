import { type ServerEvent, writeEvent } from '@signet/ai';

/**
 * An event of Chat Completions without the usage that we asked for and its caller did not; nothing, where it tells no more
 * than that.
 */
export function withoutUsage(event: ServerEvent): string {
  if (!event.data.includes('"usage"')) return writeEvent(event);
  const chunk: unknown = JSON.parse(event.data);
  if (typeof chunk !== 'object' || chunk === null || !('usage' in chunk)) return writeEvent(event);
  const { usage, ...rest } = chunk;
  const isUsageAlone =
    usage !== null && 'choices' in rest && Array.isArray(rest.choices) && rest.choices.length === 0;
  return isUsageAlone ? '' : writeEvent({ ...event, data: JSON.stringify(rest) });
}
