import type { ClaimPath, QuotaPeriod, Whose } from '@signet/contracts';
import type { Acceptances, Requirements } from '@signet/trust/bearer';
import type { AnswerRules } from '../answers/answer-rules.ts';
import type { OwnAnswer } from '../answers/own-answer.ts';
import type { CompiledCache } from '../cache/compile-cache.ts';
import type { CompiledCompression } from '../compression/compile-compression.ts';
import type { CompiledContextToken } from '../context/compile-context-token.ts';
import type { CompiledRequest } from '../described/compiled-request.ts';
import type { IntrospectedAcceptance } from '../introspection/introspection-policy.ts';
import type { CompiledMcp } from '../mcp/compiled-mcp.ts';
import type { CompiledLlm } from '../models/compiled-llm.ts';
import type { CompiledSpending } from '../spending/compiled-spending.ts';
import type { ChooseUpstream } from '../upstream/split.ts';
import type { CompiledTransform } from '../upstream/transform.ts';
import type { CompiledCheck } from '../webhook/compile-check.ts';
import type { CompiledLimit } from './compiled-limit.ts';

export type CompiledRoute = OpenRoute | GuardedRoute;

interface RouteBasics {
  readonly id: string;
  /** The path that it takes, as it is written. */
  readonly pattern: string;
  /** Empty where it answers by itself. */
  readonly upstream: string;
  /** Which upstream it is for a caller, where there are several. */
  readonly split: ChooseUpstream | undefined;
  readonly answer: OwnAnswer | undefined;
  /** The models that it asks, in place of an upstream. */
  readonly llm: CompiledLlm | undefined;
  /** Undefined: by it nothing is spent. */
  readonly spending: CompiledSpending | undefined;
  /** The server of tools that it asks, in place of an upstream. */
  readonly mcp: CompiledMcp | undefined;
  /** What its answers say, whoever makes them; undefined where it has no such rules. */
  readonly rules: AnswerRules | undefined;
  readonly transform: CompiledTransform | undefined;
  /** Undefined: nobody else is asked about its calls. */
  readonly check: CompiledCheck | undefined;
  /** Undefined: nothing of its answers is kept. */
  readonly cache: CompiledCache | undefined;
  /** Undefined: its answers go as they come. */
  readonly compression: CompiledCompression | undefined;
  /** Undefined: its requests are not looked into. */
  readonly request: CompiledRequest | undefined;
  /** Its requests may change what is kept, of whatever route. */
  readonly changesKept: boolean;
  /** How many segments to take from the front of the path before forwarding. */
  readonly strip: number;
  /** Equal for routes between which it makes no difference which of them takes a request. */
  readonly demands: string;
  readonly limits: readonly CompiledLimit[];
  /** A GET may open a WebSocket. */
  readonly websocket: boolean;
  /** How many may be in progress at once. */
  readonly concurrency: readonly CompiledConcurrency[];
  /** Those that end soonest first, and those of everybody together last: what is spent must not cost the others. */
  readonly quotas: readonly CompiledQuota[];
  /** Whether the route may be called from an address; undefined where it may from everywhere. */
  readonly admits: ((address: string) => boolean) | undefined;
  /** Headers that tell who calls and that clients may send all the same, in lower case. */
  readonly excepted: ReadonlySet<string>;
  /** Undefined: its upstream gets no context token. */
  readonly contextToken: CompiledContextToken | undefined;
  /** Its requests are answered with the keys of the gateways' own at hand, or refused. */
  readonly ownKeys: boolean;
}

/** A route that the configuration opens to everyone, in as many words. */
export interface OpenRoute extends RouteBasics {
  readonly kind: 'public';
}

export interface GuardedRoute extends RouteBasics, Requirements {
  readonly kind: 'protected';
  /** By `iss`. */
  readonly accepts: Acceptances;
  /** The issuer that is asked about what is no JWT; undefined where the route takes JWTs alone. */
  readonly introspects: IntrospectedAcceptance | undefined;
  /** Of the cookies in which a token may come; none where the route takes no cookie. */
  readonly cookieNames: readonly string[];
  /** Where a token may be besides; undefined for most routes. */
  readonly elsewhere: TokenPlaces | undefined;
  readonly context: readonly ContextHeader[];
  /** Undefined where no API key is taken. */
  readonly apiKey: CompiledApiKey | undefined;
  /** Undefined where no name with a password is taken. */
  readonly basic: CompiledBasic | undefined;
  /** Each token counts once, on all such routes together. */
  readonly once: boolean;
  /** A request without any token passes as nobody's. */
  readonly optional: boolean;
  /** The caller's token goes to the upstream. */
  readonly forwardsToken: boolean;
}

export interface ContextHeader {
  readonly name: string;
  readonly claim: ClaimPath;
}

export interface CompiledConcurrency {
  readonly most: number;
  readonly by: Whose;
  /** As of `CompiledLimit`. */
  readonly name: string;
  readonly prefix: string;
}

export interface CompiledQuota {
  readonly count: number;
  readonly period: QuotaPeriod;
  readonly by: Whose;
  /** As of `CompiledLimit`. */
  readonly name: string;
  /** Not of its number: what was counted stays so when that is changed. */
  readonly prefix: string;
}

export interface TokenPlaces {
  /** In lower case. */
  readonly header: string | undefined;
  readonly parameter: string | undefined;
}

export interface CompiledApiKey extends TokenPlaces {
  readonly audience: readonly string[];
  /** Where a key belongs, as a refusal tells it. */
  readonly told: string;
  /** A token, or a name with a password, will do as well. */
  readonly besideTokens: boolean;
}

export interface CompiledBasic {
  /** Names of machines; undefined: all of them. */
  readonly takes: ReadonlySet<string> | undefined;
  /** Even where others on the way could read the password. */
  readonly overHttp: boolean;
  /** A token will do as well. */
  readonly besideTokens: boolean;
}
