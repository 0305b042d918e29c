import { refusal, type SignetRefusal } from '@signet/contracts';
import { memberOf } from '../models/question.ts';
import { valuesOf } from '../request/values-of.ts';
import { mismatchIn, revisionIn } from './mirrored-headers.ts';
import {
  type Era,
  metaKeys,
  rpcCodes,
  sessionRevisions,
  spokenRevisions,
  statelessRevision,
} from './revisions.ts';
import { objectAt, type RpcMessage } from './rpc-message.ts';

/** How a client speaks. */
export interface SpeakingClient {
  readonly era: Era;
  /** Of a handshake: not agreed on yet. */
  readonly revision: string;
}

export interface RpcFault {
  readonly code: number;
  readonly refusal: SignetRefusal;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** By which revision a message came, as body and headers say alike; or why it came by none. */
export function readCaller(message: RpcMessage, headers: readonly string[]): SpeakingClient | RpcFault {
  const [header, ...more] = valuesOf('mcp-protocol-version', headers);
  if (more.length > 0) return mismatch('MCP-Protocol-Version');
  if (message.kind !== 'response') {
    const said = revisionIn(message);
    if (said !== undefined || header === statelessRevision) return readStateless(message, said, headers);
    if (message.method === 'initialize') return { era: 'sessions', revision: '' };
  }
  if (header === undefined || !sessionRevisions.includes(header)) return unknownRevision(header);
  return { era: 'sessions', revision: header };
}

function readStateless(
  message: Exclude<RpcMessage, { kind: 'response' }>,
  said: string | undefined,
  headers: readonly string[],
): SpeakingClient | RpcFault {
  if (message.kind === 'notification')
    return {
      code: rpcCodes.invalid,
      refusal: refusal('mcp_request_invalid.message', { found: 'a notification' }),
    };
  const wrong = mismatchIn(message, headers, []);
  if (wrong !== undefined) return mismatch(wrong);
  if (said !== statelessRevision) return unknownRevision(said);
  const meta = objectAt(message.params, '_meta');
  const capabilities = meta === undefined ? undefined : memberOf(meta, metaKeys.capabilities)?.value;
  return capabilities?.kind === 'object'
    ? { era: 'stateless', revision: statelessRevision }
    : {
        code: rpcCodes.invalidParams,
        refusal: refusal('mcp_request_invalid.message', { found: `no ${metaKeys.capabilities}` }),
      };
}

export function mismatch(header: string): RpcFault {
  return { code: rpcCodes.headerMismatch, refusal: refusal('mcp_request_invalid.header', { header }) };
}

function unknownRevision(requested = ''): RpcFault {
  const shown = requested.slice(0, 64);
  const found = shown === '' ? 'none' : shown;
  return {
    code: rpcCodes.unknownRevision,
    refusal: refusal('mcp_request_invalid.revision', { found, spoken: spokenRevisions.join(', ') }),
    data: { supported: spokenRevisions, requested: shown },
  };
}
