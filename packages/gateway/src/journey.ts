import type { Moment, Reference, SteadyTime, StepName, WallTime } from '@signet/contracts';
import type { AnswerShape } from './answers/answer-rules.ts';
import type { Answer, Call, CallBody } from './call/call.ts';
import type { Denial } from './denial.ts';
import type { Door } from './door.ts';
import type { ProtectedResource } from './mcp/protected-resource.ts';
import type { Place } from './places.ts';
import type { LiveSnapshot } from './snapshot/live-snapshot.ts';
import type { SpeakProblem } from './speak-problem.ts';
import { Trace } from './trace.ts';
import type { TraceContext } from './tracing/trace-context.ts';

export interface JourneyStart {
  readonly call: Call;
  /** Pinned: a swap in the middle of a request does not reach it. */
  readonly live: LiveSnapshot;
  readonly reference: Reference;
  readonly now: Moment;
  /** The client's, as `clientAddress` believes it. */
  readonly address: string;
  /** What a trace of several systems is kept together by; absent where nobody asks for one. */
  readonly context?: TraceContext | undefined;
  /** Of the door by which it came. */
  readonly scheme: Door['scheme'];
}

/** One call from arrival to record, and what has become known of it on the way. */
export class Journey {
  readonly call: Call;
  /** The way back: the call's own, or one that makes answers smaller. */
  answer: Answer;
  readonly live: LiveSnapshot;
  readonly reference: Reference;
  readonly at: WallTime;
  readonly startedAt: SteadyTime;
  readonly address: string;
  readonly scheme: Door['scheme'];
  readonly context: TraceContext | undefined;
  /** The step being taken, or the last one taken. */
  step: StepName = 'read-request';
  readonly trace: Trace = new Trace();
  /** Its token came in a cookie. */
  byCookie = false;
  #presented: string | undefined;
  denial: Denial | undefined;
  /** Its body, where that was looked into and stands ready whole. */
  heldBody: CallBody | undefined;
  /** Says a refusal as its callers read one, where that is not a problem document. */
  speak: SpeakProblem | undefined;
  /** What its route is for clients that look for who gives tokens for it (RFC 9728). */
  resource: ProtectedResource | undefined;
  /** What its route has the answer say, where it has any such rules. */
  shape: AnswerShape | undefined;
  /** It is called as a tool: by this route alone, whatever else its address could be. */
  onlyRoute: string | undefined;
  status = 0;
  /** What the check of its route has its upstream told: name, value, name, value … */
  added: readonly string[] = [];
  /** What the answer says that it cost, where the price of the route is said so. */
  costSaid: string | undefined;
  /** When its upstream was first asked, and when the head of the answer was there. */
  forwardedAt: SteadyTime | undefined;
  answeredAt: SteadyTime | undefined;
  /** `InFlight`’s: where it is kept, and how many had come by then. */
  place = -1;
  arrival = 0;
  /** `Seats`’: what it holds of the requests that there may be at once. */
  seat: Place | undefined;
  /** And of those that its route lets be at once. */
  readonly held: Place[] = [];
  /** Set while an upstream works on the request: ends that, and refuses in its place. */
  interrupt: ((denial: Denial) => void) | undefined;

  constructor({ call, live, reference, now, address, scheme, context }: JourneyStart) {
    this.call = call;
    this.answer = call.answer;
    this.live = live;
    this.reference = reference;
    this.at = now.wall;
    this.startedAt = now.steady;
    this.address = address;
    this.scheme = scheme;
    this.context = context;
  }

  /** The token as it came, until it is verified: a private member, so that no dump of a journey shows it. */
  get presented(): string | undefined {
    return this.#presented;
  }

  set presented(compact: string | undefined) {
    this.#presented = compact;
  }
}
