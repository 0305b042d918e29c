import type { ClaimPath } from '../../fields/claim-path.ts';
import type { TakenMachines } from './basic.ts';
import type { CacheConfiguration } from './cache.ts';
import type { CompressConfiguration } from './compress.ts';
import type { GuardedKind } from './guarded-kinds.ts';
import type { JsonSchema } from './json-schema.ts';
import type { RequestConfiguration } from './request.ts';
import type { CheckConfiguration } from './webhook.ts';

export type RoutesConfiguration = readonly RouteConfiguration[];

export type RouteConfiguration = PublicRoute | ProtectedRoute;

interface RouteBasics {
  readonly id: string;
  /** Name in `services`. */
  readonly service?: string;
  readonly match: {
    /** Upper case; at least one. */
    readonly methods: readonly string[];
    /** A path with `{name}` parameters and, at the end, `{name*}` for the rest. Canonical. */
    readonly path: string;
    /** Host names, `*.api.example` for one label; absent means any. */
    readonly hosts?: readonly string[];
    /** By name (lower case), each with the one value that it must have. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
  };
  /** Name in `upstreams`; empty where the gateway answers itself, by one of the next two. */
  readonly upstream: string;
  /** Of the callers; the rest goes to `upstream`. */
  readonly split?: SplitConfiguration;
  readonly redirect?: RedirectConfiguration;
  readonly respond?: RespondConfiguration;
  /** Absent: nobody else is asked about its calls. */
  readonly check?: CheckConfiguration;
  /** Asks language models, in place of `upstream`. */
  readonly llm?: RouteLlm;
  /** Asks a server of tools, in place of `upstream`: a name in `mcp.servers`. */
  readonly mcp?: string;
  /** What pages of other origins may do; absent: the upstream says so, and answers preflights. */
  readonly cors?: CorsConfiguration;
  readonly securityHeaders?: SecurityHeaders;
  readonly transform?: TransformConfiguration;
  readonly cache?: CacheConfiguration;
  /** What a call costs; absent: nothing, or what a model says. */
  readonly price?: RoutePrice;
  readonly compress?: CompressConfiguration;
  /** What its requests must be; absent: they are not looked into. */
  readonly request?: RequestConfiguration;
  /** Taken from the front of the path before forwarding. */
  readonly stripPrefix?: string;
  /** A GET may open a WebSocket. */
  readonly websocket?: true;
  readonly limit: readonly LimitConfiguration[];
  /** Absent where there is no such limit. */
  readonly concurrency?: readonly ConcurrencyConfiguration[];
  /** Absent where there is none. */
  readonly quotas?: readonly QuotaConfiguration[];
  readonly networks?: NetworksConfiguration;
  /** Headers (lower case) that clients may send to this upstream although they tell who calls. */
  readonly dangerouslyAllowIdentityHeaders?: readonly string[];
}

/** Open to everyone: said out loud in the file as `public: true`. */
export interface PublicRoute extends RouteBasics {
  readonly kind: 'public';
}

export interface ProtectedRoute extends RouteBasics {
  readonly kind: 'protected';
  readonly auth: {
    /** A token of any of these will do; empty where API keys or machines alone do. */
    readonly accepts: readonly AcceptedIssuer[];
    /** Where a request may have its token. */
    readonly credentials: readonly Credential[];
    /** A header (lower case) whose value may be the token, too. */
    readonly tokenHeader?: string;
    /** A parameter of the query whose value may be the token, too. */
    readonly tokenParameter?: string;
    /** An API key of this Signet will do in place of a token; absent where none does. */
    readonly apiKey?: ApiKeyPlaces;
    /** A machine with its password will do in place of a token; absent where none does. */
    readonly basic?: TakenMachines;
    /** By plain HTTP too, where others read the password. */
    readonly dangerouslyAllowBasicOverHttp?: true;
    /** All of them. */
    readonly scopes: readonly string[];
    /** At least one of them, if any is named. */
    readonly roles: readonly string[];
    /** All of them. */
    readonly permissions: readonly string[];
    /** The `acr` must be one of these, or say more by Signet's own; absent where every sign-in will do. */
    readonly acr?: readonly string[];
    /** Milliseconds since the sign-in, at most. */
    readonly maxAge?: number;
    /** All of them must hold; absent where there are none. */
    readonly conditions?: readonly ConditionConfiguration[];
    /** All of them must be met, beside what stands above; absent where there are none. */
    readonly demands?: readonly DemandConfiguration[];
    /** Each token is taken once, by its `iss` and `jti`; absent where it may come again. */
    readonly replay?: 'once';
    /** A request without any token passes as nobody's; absent where a token must come. */
    readonly optional?: true;
  };
  readonly context: {
    /** Header name (lower case) to claim path: `x-user-id: claims.sub`. */
    readonly headers: Readonly<Record<string, ClaimPath>>;
    /** Absent: no context token is made. */
    readonly token?: ContextTokenConfiguration;
    /** The upstream gets the caller's token as well; absent where it stays here. */
    readonly dangerouslyForwardToken?: true;
  };
}

/** A token for the upstream and one request, signed by the gateways' own keys. */
export interface ContextTokenConfiguration {
  /** In which it goes, in lower case. */
  readonly header: string;
  /** Its `aud`. */
  readonly audience: string;
  /** Milliseconds, of whole seconds. */
  readonly lifetime: number;
  /** Of the verified token, beside its subject. */
  readonly claims: readonly ClaimPath[];
}

/** An expression in CEL that is true or false of claims, request, path, route, client and time. */
export interface ConditionConfiguration {
  readonly name: string;
  readonly text: string;
}

/** What a token must carry; `at` is where that stands in `auth`, such as `anyOf[0].scopes`. */
export type DemandConfiguration =
  | {
      readonly kind: 'scopes' | 'roles' | 'permissions';
      readonly at: string;
      /** Whether one of them is enough. */
      readonly of: 'any' | 'all';
      readonly names: readonly string[];
    }
  | ({ readonly kind: 'condition'; readonly at: string } & ConditionConfiguration)
  | {
      readonly kind: 'anyOf' | 'allOf';
      readonly at: string;
      readonly parts: readonly DemandConfiguration[];
    };

/** `Authorization`, or the cookie in which Signet itself keeps the token from pages. */
export type Credential = 'bearer' | 'cookie';

/** Where a request may have its API key; at least one of the two places. */
export interface ApiKeyPlaces {
  /** In lower case. */
  readonly header?: string;
  readonly parameter?: string;
  /** The key must be made for one of these. */
  readonly audience: readonly string[];
}

/** An issuer with what its tokens, and nobody else's, must be made for. */
export interface AcceptedIssuer {
  /** A name in `issuers`. */
  readonly issuer: string;
  /** The token's `aud` must contain one of these. */
  readonly audience: readonly string[];
}

/** So many requests in so long a time. */
export interface Budget {
  /** How many in `per` milliseconds. */
  readonly count: number;
  readonly per: number;
  /** How many of them may come at once; absent: all. */
  readonly burst?: number;
}

export interface LimitConfiguration extends Budget {
  readonly by: Whose;
}

/** So many requests in a calendar day or month, UTC. */
export interface QuotaConfiguration {
  readonly quota: number;
  readonly period: QuotaPeriod;
  readonly by: Whose;
}

export type QuotaPeriod = 'day' | 'month';

/** How many requests may be in progress at once. */
export interface ConcurrencyConfiguration {
  readonly concurrent: number;
  readonly by: Whose;
}

/** Whose it is: everyone together, each client address, each value of a claim, or each combination of these. */
export type Whose = SingleWhose | { readonly kind: 'mix'; readonly of: readonly SingleWhose[] };

export type SingleWhose =
  | { readonly kind: 'route' }
  | { readonly kind: 'address' }
  | { readonly kind: 'claim'; readonly claim: ClaimPath };

/** From where a route may be called; a network that is denied is so whatever is allowed. */
export interface NetworksConfiguration {
  /** Absent: from everywhere. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

/** Which models may be asked on a route, and how. */
export interface RouteLlm {
  /** Names in `llm.models`; absent: all of them, or none where prompts are asked for. */
  readonly models?: readonly string[];
  /** Any model of the providers that were added by command may be asked for besides, as `PROVIDER/MODEL`. */
  readonly addedProviders?: true;
  /** Prompts that are asked for here, by their names, in place of models. */
  readonly prompts?: 'all' | readonly string[];
  /** What becomes of a request that the provider cannot be asked in full. */
  readonly losses: 'strict' | 'report' | 'dangerouslyHideLosses';
  /** The first that looks for something counts; absent where nothing is looked for. */
  readonly guards?: readonly LlmGuard[];
  /** Absent: each question is asked. */
  readonly cache?: LlmCache;
  /** Absent: nothing of what is asked and answered is kept. */
  readonly keep?: LlmKeep;
}

/** What of questions and answers is kept beside their records, masked. */
export interface LlmKeep {
  /** Milliseconds. */
  readonly bodies: number;
}

/** Which answers of models are kept, and for whom. */
export interface LlmCache {
  /** Milliseconds. */
  readonly keepFor: number;
  /** All callers with the same value of this claim have the same answers; absent: each subject has its own. */
  readonly sharedBy?: ClaimPath;
  /** A longer answer is not kept. */
  readonly maxBodyBytes: number;
}

/** Looks into questions, answers or both. */
export interface LlmGuard {
  /** By which it is told of. */
  readonly name: string;
  readonly find: readonly GuardedKind[];
  /** Words and groups of words. */
  readonly terms: readonly string[];
  /** Most characters of a question, or of an answer. */
  readonly longest?: number;
  /** What the text of an answer must be, as JSON. */
  readonly schema?: JsonSchema;
  readonly in: 'both' | 'question' | 'answer';
  /** What becomes of what it finds. */
  readonly act: 'refuse' | 'mask' | 'restore';
  /** In CEL, of the claims of the caller: does not look where this holds. */
  readonly unless?: string;
}

/** What a call costs. */
export interface RoutePrice {
  /** Millionths of the currency: of each call, or at most where its answer says what it was. */
  readonly micros: number;
  readonly currency: string;
  /** Of the answer, in lower case; absent: each call costs the same. */
  readonly header?: string;
}

/** Sends clients elsewhere. */
export interface RedirectConfiguration {
  /** A path or an address, with `{name}` for whole segments of its path. */
  readonly to: string;
  readonly status: 301 | 302 | 303 | 307 | 308;
  readonly keepQuery?: true;
}

/** The same answer for every request. */
export interface RespondConfiguration {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface CorsConfiguration {
  /** As browsers write them; with `*` in place of a first label; or `*` alone. */
  readonly origins: readonly string[];
  readonly headers?: readonly string[];
  readonly expose?: readonly string[];
  readonly credentials?: true;
  /** Milliseconds. */
  readonly maxAge: number;
}

export interface SecurityHeaders {
  readonly hsts?: { readonly maxAge: number; readonly subdomains?: true };
  readonly nosniff?: true;
  readonly frame?: 'deny' | 'same-origin';
  readonly referrer?: string;
  readonly csp?: string;
}

/** A text, or what stands in its place for a request. */
export type TemplatePart = string | { readonly claim: ClaimPath } | { readonly parameter: string };

/** What is changed of a request on its way to the upstream, and of the answer on its way back. */
export interface TransformConfiguration {
  /** Canonical, with `{name}` for what stands in the path of the request. */
  readonly path?: string;
  /** Names in lower case. */
  readonly headers?: {
    readonly set?: Readonly<Record<string, readonly TemplatePart[]>>;
    readonly add?: Readonly<Record<string, readonly TemplatePart[]>>;
    readonly remove?: readonly string[];
  };
  readonly query?: {
    readonly set?: Readonly<Record<string, readonly TemplatePart[]>>;
    readonly remove?: readonly string[];
  };
  readonly answer?: {
    readonly set?: Readonly<Record<string, string>>;
    readonly add?: Readonly<Record<string, string>>;
    readonly remove?: readonly string[];
  };
}

/** Which callers go to other upstreams. */
/** Exactly this value, once: of a header (lower case) or of a claim of the verified token. */
export type SplitCondition = { readonly is: string; readonly to: string } & (
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'claim'; readonly claim: ClaimPath }
);

export interface SplitConfiguration {
  /** Asked first, in this order: who meets one goes where it says, whatever the shares are. Absent where there are none. */
  readonly when?: readonly SplitCondition[];
  /** Shares between 0 and 1, by the name in `upstreams`; together at most 1. */
  readonly to: Readonly<Record<string, number>>;
  /** Who stays at one of them. */
  readonly by: 'address' | ClaimPath;
}
