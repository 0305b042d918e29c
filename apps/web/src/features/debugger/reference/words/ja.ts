import type { Words } from '../words.ts';

export const words: Words = {
  page: '拒否されたリクエストを調べる',
  verdict: '拒否されたリクエスト',
  line: {
    empty: { word: '拒否', reason: '拒否の内容を貼り付けると、理由と直し方が分かります。' },
    reference: {
      word: '参照番号',
      reason: '1 つのリクエストを示します。記録を読むと、各段階で何が起きたかが分かります。',
    },
    unread: {
      word: '読み取り不可',
      reason: '参照番号でも、問題文書でも、チャレンジでもありません。',
    },
    refused: '拒否',
    failed: '応答なし',
    forwarded: '転送済み',
    linked: {
      word: 'リンクから',
      reason: 'この説明はリンクに含まれていました。内容を選んだのはリンクの作成者です。',
    },
    badLink: {
      word: '読み取り不可',
      reason: 'リンクに読み取れる説明がありません。新しいリンクか、参照番号をもらってください。',
    },
  },
  text: {
    title: '拒否されたリクエスト',
    label: '拒否: 参照番号、問題文書、チャレンジ、または応答全体を貼り付け',
    placeholder: 'req_…、拒否の JSON 本文、WWW-Authenticate ヘッダー、または curl -i の出力全体',
    hint: 'このページの中で読み取ります。記録を求めない限り、何も送りません。',
    clear: '拒否を消去',
  },
  record: {
    title: '各段階で起きたこと',
    empty: '参照番号があれば、管理者はリクエストの記録を読めます。各段階の期待値と実際の値が分かります。',
    read: '記録を読む',
    asks: (address) => `ここに Signet があるかを ${address} に問い合わせ、次に管理者のサインインを求めます。`,
    asksAgain: (address) => `現在のサインインで ${address} に問い合わせます。`,
    looking: 'ここに Signet があるかを問い合わせています。',
    reading: '記録を読んでいます。',
    nobody: (origin) => `${origin} では Signet が応答しません。このページの背後に Signet はありません。`,
    nobodyFix: (reference) =>
      `呼び出しを拒否した Signet のデバッガーで参照番号を開くか、それが動いている場所で「npx --no signet explain ${reference}」を実行してください。`,
    elsewhere: (issuer) =>
      `このページの背後の Signet は ${issuer} です。そちらでデバッガーを開いてサインインしてください。`,
    notRead: '記録を読めませんでした。',
    signedIn: '管理者としてサインイン中です。このページのメモリーの中だけに保持します。',
    signOut: 'サインアウト',
    linkedTitle: 'リンクの内容',
    linked:
      'リンクに含まれていました。内容を選んだのはリンクの作成者です。どのサーバーにも問い合わせていません。',
  },
  signIn: {
    title: 'サインインして記録を読む',
    note: '記録を読めるのは管理者だけです。',
    submit: 'サインインして読む',
  },
};
