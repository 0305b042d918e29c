import { hideTokens } from '@signet/contracts';

const longestHost = 253;
const longestAgent = 256;

/** What a client says of the host that it means and of itself, no longer than somebody would read. */
export function readFields(rawHeaders: readonly string[]): {
  readonly host: string | undefined;
  readonly userAgent: string | undefined;
} {
  let host: string | undefined;
  let userAgent: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length !== 4 && name.length !== 10) continue;
    const lower = name.toLowerCase();
    if (lower === 'host') host ??= shown(rawHeaders[index + 1], longestHost);
    else if (lower === 'user-agent') userAgent ??= shown(rawHeaders[index + 1], longestAgent);
  }
  return { host, userAgent };
}

function shown(value = '', longest: number): string {
  return hideTokens(value).slice(0, longest);
}
