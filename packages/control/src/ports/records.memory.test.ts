import { openedPlain } from '@signet/contracts/testing';
import { recordStoreContract } from './records.contract.ts';
import { createMemoryRecords } from './records.memory.ts';

recordStoreContract('memory', openedPlain(createMemoryRecords));
