export { limiterContract } from './limiter.contract.ts';
