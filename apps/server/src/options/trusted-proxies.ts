import { isNetwork } from '@signet/contracts';
import { type Given, invalid } from './option-reader.ts';

/**
 * The proxies whose `X-Forwarded-For` names the client: addresses and networks, separated by commas. Without any,
 * the header is ignored, because anybody can send it.
 * @throws SignetError `option_invalid`
 */
export function trustedProxies(option: Given | undefined): readonly string[] {
  if (option === undefined) return [];
  const networks = option.value.split(',').map((each) => each.trim());
  if (networks.every(isNetwork)) return Object.freeze(networks);
  throw invalid(option, 'addresses or networks separated by commas, such as 10.0.0.7 or 10.0.0.0/8,fd00::/8');
}
