import { openedPlain } from '@signet/contracts/testing';
import { quotaBookContract } from './quota-book.contract.ts';
import { createMemoryQuotaBook } from './quota-book.memory.ts';

quotaBookContract('memory', openedPlain(createMemoryQuotaBook));
