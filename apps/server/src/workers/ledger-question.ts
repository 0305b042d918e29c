import type {
  LedgerRequest,
  ReserveAnswer,
  SettleAnswer,
  Settlement,
  SpendingLedger,
} from '@signet/gateway/ports';

/** What is asked of a ledger that is kept elsewhere. */
export type LedgerQuestion =
  | { readonly act: 'reserve' | 'move'; readonly request: LedgerRequest }
  | { readonly act: 'settle'; readonly id: string; readonly settlement: Settlement }
  | { readonly act: 'book'; readonly request: LedgerRequest; readonly settlement: Settlement }
  | { readonly act: 'release'; readonly id: string };

export type LedgerReply =
  | { readonly to: 'reserve'; readonly answer: ReserveAnswer }
  | { readonly to: 'settle'; readonly answer: SettleAnswer }
  | { readonly to: 'release'; readonly answer: 'released' | 'already' };

/** The ledger as whoever asks sees it. */
export function ledgerAsked(ask: (question: LedgerQuestion) => Promise<LedgerReply>): SpendingLedger {
  return {
    reserve: async (request) => reserved(await ask({ act: 'reserve', request })),
    move: async (request) => reserved(await ask({ act: 'move', request })),
    settle: async (id, settlement) => settled(await ask({ act: 'settle', id, settlement })),
    book: async (request, settlement) => settled(await ask({ act: 'book', request, settlement })),
    async release(id) {
      const reply = await ask({ act: 'release', id });
      if (reply.to !== 'release') throw misread();
      return reply.answer;
    },
  };
}

/** The same as whoever keeps it answers. */
export async function answerFrom(ledger: SpendingLedger, question: LedgerQuestion): Promise<LedgerReply> {
  switch (question.act) {
    case 'reserve':
      return { to: 'reserve', answer: await ledger.reserve(question.request) };
    case 'move':
      return { to: 'reserve', answer: await ledger.move(question.request) };
    case 'settle':
      return { to: 'settle', answer: await ledger.settle(question.id, question.settlement) };
    case 'book':
      return { to: 'settle', answer: await ledger.book(question.request, question.settlement) };
    case 'release':
      return { to: 'release', answer: await ledger.release(question.id) };
  }
}

function reserved(reply: LedgerReply): ReserveAnswer {
  if (reply.to !== 'reserve') throw misread();
  return reply.answer;
}

function settled(reply: LedgerReply): SettleAnswer {
  if (reply.to !== 'settle') throw misread();
  return reply.answer;
}

function misread(): Error {
  return new Error('The ledger answered another question.');
}
