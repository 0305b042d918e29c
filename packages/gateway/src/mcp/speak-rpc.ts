import type { Problem } from '@signet/contracts';
import type { SpeakProblem } from '../speak-problem.ts';

/** How a refusal is said as an error of JSON-RPC. */
interface RpcRefusal {
  /** Of the question, as it is written; undefined where nobody could read it. */
  readonly id: string | undefined;
  /** Of the error; that of HTTP where the protocol has none for it, which no other error has. */
  readonly code?: number;
  /** Of HTTP, where it is another one than that of the refusal. */
  readonly status?: number;
  /** What the protocol wants told beside. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Code, reason, what to do, and by what to ask for more. */
export function speakRpc({ id, code, status, data }: RpcRefusal): SpeakProblem {
  return (problem) => ({
    type: 'application/json',
    body: rpcError(id, {
      code: code ?? problem.status,
      message: messageOf(problem),
      data: { code: problem.code, reference: problem.reference, ...data },
    }),
    ...(status === undefined ? {} : { status }),
  });
}

interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

export function rpcError(id: string | undefined, error: RpcError): string {
  return `{"jsonrpc":"2.0",${id === undefined ? '' : `"id":${id},`}"error":${JSON.stringify(error)}}`;
}

export function rpcResult(id: string, result: unknown): string {
  return `{"jsonrpc":"2.0","id":${id},"result":${JSON.stringify(result)}}`;
}

function messageOf({ detail, fix }: Problem): string {
  return fix === undefined ? `${detail}` : `${detail} ${fix}`;
}
