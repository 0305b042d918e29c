import type { PageTexts } from './page-texts.ts';

export const japaneseOfPages: PageTexts = {
  internal_error: {
    variants: {
      gateway: {
        sentence: 'ゲートウェイはこのリクエストについて判断できなかったため、拒否しました。',
        fix: 'このゲートウェイの運用者に参照番号を伝えてください。',
      },
      server: {
        sentence: 'Signet の内部で障害が起きました。',
        fix: 'もう一度試してください。再び起きたら、運用者に参照番号を伝えてください。',
      },
      worker: {
        sentence: 'ゲートウェイのプロセスが起動しませんでした：{reason}。',
        fix: '何ができなかったかをサーバーのログで確かめてください。',
      },
    },
  },
  store_unavailable: {
    sentence: '必要なデータベースが今応答しません。',
    expected: '数秒以内のデータベースの応答',
    actual: 'なし',
    fix: '少し待ってからもう一度試してください。運用者はログで理由を探してください。',
  },
  outcome_unknown: {
    sentence: '変更を保存したかどうかを伝える前に、データベースとの接続が失われました。',
    expected: '数秒以内のデータベースの確認',
    actual: 'なし',
    fix: 'リクエストをもう一度送ってください。送り直しても安全です。',
  },
  provider_sign_in_over: {
    sentence: 'このブラウザーでは、プロバイダーによるサインインは進行していません。',
    expected: 'このブラウザーで 10 分以内に始まり、まだ応答のないもの',
    actual: 'ない、別のブラウザーのもの、または終わったもの',
    fix: 'サインインのページからもう一度始めてください。',
  },
  authorization_request_invalid: {
    variants: {
      client: {
        sentence: 'ここへ案内したアプリは登録されていません。',
        expected: 'サインインを行うクライアントの `client_id`',
        actual: '別のもの、またはなし',
        fix: 'アプリに戻ってください。運営者が grant `authorization_code` を付けて `clients` に追加します。',
      },
      redirect_uri: {
        sentence: 'アプリは自分のものではないアドレスで答えを受け取ろうとしています。',
        expected: 'クライアントの `redirectUris` の一つ（一文字も違わず）',
        actual: '別のアドレス、またはなし',
        fix: 'アプリに戻ってください。運営者がアドレスをクライアントの `redirectUris` に追加します。',
      },
      expired: {
        sentence: 'このサインインは期限切れか、別のブラウザーで始められました。',
        expected: '始めたブラウザーで、30 分以内',
        actual: '別のブラウザー、またはそれより後',
        fix: 'アプリに戻り、もう一度サインインしてください。',
      },
      other: {
        sentence: 'アプリの要求は OpenID Connect の求めるものではありません。',
        expected: 'アプリのライブラリーが作る要求',
        actual: '{detail}',
        fix: 'アプリに戻ってください。運営者は参照番号から誤りを見つけられます。',
      },
    },
  },
};
