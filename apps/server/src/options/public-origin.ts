import { isLoopbackLiteral, isNamedLocalhost } from '@signet/token/keys';
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
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url))) return url.origin;
  throw invalid(option, 'an https address; plain http is for localhost only');
}

const shape = 'an address without a path, such as https://login.example.com';

/** Names below `localhost` are this machine's too: browsers keep them here (W3C Secure Contexts §3.1). */
function isThisMachine(url: URL): boolean {
  return isLoopbackLiteral(url) || isNamedLocalhost(url);
}
