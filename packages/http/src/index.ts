export { acceptJson } from './accept-json.ts';
export type { SendProblem } from './answer-problems.ts';
export { answerProblems, problemSender } from './answer-problems.ts';
export { bearerToken } from './bearer-token.ts';
export { isOfBrowser } from './is-of-browser.ts';
export { refuseForeignPage } from './refuse-foreign-page.ts';
export { isolatedFrameHeaders, openIdAnswerHeaders, setSecurityHeaders } from './security-headers.ts';
export type { Handle, Handlers, HttpCall } from './serve-endpoints.ts';
export { serveEndpoints, serveNothingElse } from './serve-endpoints.ts';
