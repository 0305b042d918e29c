import { type Given, invalid } from './option-reader.ts';

/**
 * The public address of one of our servers, exactly as it will stand in tokens: scheme, host and port, without
 * a path. Plain http is for this machine only, because tokens and the session cookie travel over it.
 * @throws SignetError `option_invalid`
 */
export function publicOrigin(option: Given | undefined): string | undefined {
  if (option === undefined) return undefined;
  const url = URL.parse(option.value);
  if (url === null || url.origin !== option.value.replace(/\/$/, '')) throw invalid(option, shape);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url.origin;
  throw invalid(option, 'an https address; plain http is for localhost only');
}

const shape = 'an address without a path, such as https://login.example.com';

/** RFC 6761 §6.3 (`localhost` and below), RFC 1122 §3.2.1.3 (127.0.0.0/8), RFC 4291 §2.5.3 (`::1`). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
