import { openedPlain } from '@signet/contracts/testing';
import { revocationFeedContract } from '../ports/revocation-feed.contract.ts';
import { TestFeed } from './test-feed.ts';

revocationFeedContract(
  'under a test',
  openedPlain(() => {
    const feed = new TestFeed();
    return {
      feed,
      append: () => feed.revoke({ kind: 'token', issuer: 'https://issuer.example', jti: 'any' }, 0),
      beat: () => feed.listener?.upToDate(feed.log.length),
    };
  }),
);
