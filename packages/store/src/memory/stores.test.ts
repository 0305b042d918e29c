import { storesContract } from '../testing/contracts/stores.ts';
import { createMemoryStores } from './stores.ts';

storesContract('memory', async () => ({
  adapter: createMemoryStores(),
  async [Symbol.asyncDispose]() {},
}));
