export { freePort } from './free-port.ts';
export { untilListening } from './until-listening.ts';
