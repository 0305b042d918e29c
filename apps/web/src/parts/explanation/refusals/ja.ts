import type { Speech } from './speech.ts';

const later = '後でもう一度試してください。続く場合は、このゲートウェイの運用者に参照番号を伝えてください。';
const soon = '少し待ってからもう一度試してください。';
const signIn = 'もう一度サインインしてください。';

export const words: Speech = {
  refusals: {
    token_malformed: {
      variants: {
        foreign_characters: {
          sentence: 'トークンに、どのトークンにもない文字が含まれています。',
          expected: '英字、数字、- . _ ~ + /',
          actual: '別の文字',
          fix: 'トークンを発行されたまま、引用符を付けずに送ってください。',
        },
      },
    },
    token_oversized: {
      variants: {
        gateway: {
          sentence: 'トークンが、このゲートウェイの受け入れる大きさを超えています。',
          expected: '最大 {most} バイト',
          actual: '{bytes} バイト',
          fix: 'クレームの少ないトークンを要求するか、gateway.maxTokenBytes を大きくしてください。',
        },
      },
    },
    key_unknown: {
      variants: {
        published: {
          sentence: '発行者はこのトークンの鍵を公開していますが、ここでは使われていません。{reason}',
        },
        perhaps_published: {
          sentence: '発行者は該当するかもしれない鍵を公開していますが、ここでは使われていません。{reason}',
        },
      },
    },
    issuer_unexpected: {
      variants: {
        route: {
          sentence: 'トークンが、このルートの受け入れない発行者のものです。',
          expected: '{accepted}',
          actual: '{issuer}',
          fix: 'このルートの受け入れる発行者からトークンを取得してください。',
        },
      },
    },
    claim_missing: {
      variants: {
        issuer: {
          sentence: 'トークンに、誰が発行したかがありません。',
          expected: 'iss：{accepted}',
          actual: 'テキストの iss がない',
          fix: '発行者がトークンに iss を入れるようにしてください。',
        },
      },
    },
    claim_invalid: {
      variants: {
        no_access_token: { sentence: 'トークンがアクセストークンの形をしていません。' },
        operator_lifetime: {
          sentence: 'オペレーター資格情報の有効期間が、許される長さを超えています。',
          expected: 'exp は今から最大 {seconds} 秒後',
          fix: 'signet コマンドに作らせてください。',
        },
      },
    },
    token_missing: {
      sentence: 'このルートにはトークンが必要ですが、届きませんでした。',
      expected: 'ヘッダー Authorization: Bearer TOKEN',
      fix: 'サインインして、アクセストークンを Authorization ヘッダーで送ってください。',
      variants: {
        no_header: { actual: 'Authorization ヘッダーがない' },
        other_scheme: { actual: '別の認証方式' },
        empty_header: { actual: 'トークンのない Bearer という語' },
        admin_api: {
          sentence: '管理 API にはトークンが必要ですが、届きませんでした。',
          expected: '管理者のアクセストークンを伴う Authorization: Bearer',
          actual: 'Bearer トークンがない',
          fix: 'signet コマンドを使うか、管理 API を受信者とするトークンのために管理者としてサインインしてください。',
        },
      },
    },
    token_ambiguous: {
      sentence: '複数のトークンが届きました。ゲートウェイはその中から選びません。',
      expected: '1 つのトークン',
      fix: '1 つのトークンを持つ Authorization ヘッダーを 1 つだけ送ってください。',
      variants: {
        several_headers: { actual: '複数の Authorization ヘッダー' },
        several_values: { actual: 'Authorization ヘッダーに複数の値' },
      },
    },
    token_in_query: {
      sentence: 'トークンがアドレスの中にありました。ログや履歴に残る場所です。',
      expected: 'ヘッダー Authorization: Bearer TOKEN',
      actual: 'クエリの access_token',
      fix: 'トークンを Authorization ヘッダーに移し、このトークンは失効させてください。',
    },
    token_revoked: {
      sentence: 'トークンはかつて有効でしたが、失効しています。',
      expected: '誰も失効させていないトークン',
      fix: signIn,
      variants: {
        token: { actual: 'トークン自体が失効している' },
        session: { actual: 'そのセッションが終了している' },
        subject: { actual: 'ある時点までのそのアカウントのトークンがすべて失効している' },
        token_or_session: {
          sentence: 'トークンが失効しているか、そのセッションが終了しています。',
          actual: '失効したトークン、またはセッションが終了したトークン',
        },
        operator_before_start: {
          sentence: 'オペレーター資格情報が、このサーバーの起動前に作られています。',
          expected: 'サーバーと一致する時計で、起動後に作られた資格情報',
          actual: 'それより古いもの',
          fix: 'コマンドをもう一度実行してください。',
        },
        operator_used: {
          sentence: 'オペレーター資格情報はすでに使われています。',
          expected: 'この 1 回のリクエストのために作られた資格情報',
          actual: '以前に届いたもの',
          fix: 'コマンドをもう一度実行してください。',
        },
      },
    },
    scope_missing: {
      sentence: 'トークンに問題はありませんが、このルートの求めるスコープがありません。',
      expected: 'スコープ {required}',
      fix: '足りないスコープを持つトークンを発行者に要求してください。',
      variants: { none: { actual: 'なし' }, others: { actual: '{carried}' } },
    },
    role_missing: {
      sentence: 'トークンに問題はありませんが、持ち主にこのルートの求めるロールがありません。',
      expected: 'ロール {required} のいずれか',
      fix: '管理者にいずれかのロールをアカウントへ付けてもらい、もう一度サインインしてください。',
      variants: { none: { actual: 'なし' }, others: { actual: '{carried}' } },
    },
    rate_limited: {
      sentence: '短い時間に届いたリクエストが多すぎます。',
      actual: 'それより多い',
      fix: '{wait} 秒待ち、その後はもっとゆっくり続けてください。',
      variants: {
        route: { expected: 'ルートごとに {per} 秒間で最大 {count} リクエスト' },
        address: { expected: 'アドレスごとに {per} 秒間で最大 {count} リクエスト' },
        claim: { expected: '{claim} の値ごとに {per} 秒間で最大 {count} リクエスト' },
      },
    },
    concurrency_limited: {
      actual: 'それより多い',
      fix: '応答を待ってから次を要求してください。前段に自分のプロキシがある場合は --trusted-proxies で指定します。',
      variants: {
        requests: {
          sentence: 'このアドレスの処理中のリクエストが、1 つのアドレスの上限に達しています。',
          expected: '1 つのアドレスから同時に最大 {most} リクエスト',
        },
        streams: {
          sentence: 'このアドレスの処理中のストリームが、1 つのアドレスの上限に達しています。',
          expected: '1 つのアドレスから同時に最大 {most} ストリーム',
        },
      },
    },
    overloaded: {
      actual: 'それより多い',
      fix: soon,
      variants: {
        requests: {
          sentence: 'ゲートウェイの処理中のリクエストが上限に達しています。',
          expected: '同時に最大 {most} リクエスト',
        },
        streams: {
          sentence: 'ゲートウェイの処理中のストリームが上限に達しています。',
          expected: '同時に最大 {most} ストリーム',
        },
        sign_ins: {
          sentence: '待っているサインインが多すぎて、すぐには処理できません。',
          expected: 'サインインの待ち行列の空き',
          actual: '満杯の待ち行列',
          fix: '数秒後にもう一度試してください。',
        },
        operator_commands: {
          sentence: '1 分間に届いたオペレーターのコマンドが多すぎて、区別できません。',
          expected: '1 分間により少ないコマンド',
          fix: '1 分後にもう一度試してください。',
        },
      },
    },
    route_not_found: {
      sentence: 'このゲートウェイには、このパスのルートがありません。',
      expected: 'いずれかのルートのパス',
      fix: 'パスとホストを、設定のルートと比べてください。',
    },
    method_not_allowed: {
      sentence: 'パスはありますが、このメソッドは使えません。',
      expected: '{allowed}',
      actual: '{method}',
      fix: '許可されたメソッドを使ってください。',
    },
    keys_unavailable: {
      sentence: 'ゲートウェイにトークンの発行者の鍵がないため、トークンを検証できません。',
      expected: '発行者 {issuer} の公開する鍵',
      actual: '鍵を含む応答がまだない',
      fix: '少し待ってからもう一度試してください。続く場合は、ゲートウェイが発行者に接続できるか確かめてください。',
    },
    revocation_stale: {
      sentence: 'ゲートウェイは今、どのトークンが失効しているか分からないため、どれも受け入れません。',
      expected: '{within} 秒以内の失効の知らせ',
      fix: '少し待ってからもう一度試してください。続く場合は、ゲートウェイがデータベースに接続できるか確かめてください。',
      variants: {
        silent: { actual: '{seconds} 秒間知らせがない' },
        never_heard: { actual: 'このプロセスの起動後、またはマシンの時計が飛んでから知らせがない' },
      },
    },
    limiter_unavailable: {
      sentence: 'ゲートウェイは今リクエストを数えられないため、このリクエストを拒否しました。',
      expected: '数えられるリミッター',
      actual: '応答しないリミッター',
      fix: soon,
    },
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
    path_not_canonical: {
      sentence: 'パスが、サーバーによって異なる場所を指す可能性があります。',
      expected: '書き方が 1 通りしかないパス',
      fix: '空の部分、ドットの部分、二重にエスケープされた部分のないパスを送ってください。',
      variants: {
        no_slash: { actual: 'スラッシュ以外の始まり' },
        backslash: { actual: 'バックスラッシュ' },
        semicolon: { actual: 'セミコロン' },
        unescaped: { actual: 'パスではエスケープが必要な文字' },
        stray_percent: { actual: '何もエスケープしていないパーセント記号' },
        empty_segment: { actual: '空のセグメント（//）' },
        dot_segment: { actual: '. または .. のセグメント' },
        escaped_slash: { actual: 'エスケープされたスラッシュ（%2F）' },
        escaped_backslash: { actual: 'エスケープされたバックスラッシュ（%5C）' },
        escaped_dot: { actual: 'エスケープされたドット（%2E）' },
        escaped_semicolon: { actual: 'エスケープされたセミコロン（%3B）' },
        escaped_twice: { actual: '二重にエスケープされたもの（%25…）' },
        escaped_control: { actual: 'エスケープされた制御文字' },
        unicode_dot_segment: { actual: 'Unicode が . または .. と互換とみなすセグメント' },
        no_utf8: { actual: 'UTF-8 ではないエスケープ' },
        other_route: {
          expected: 'どのサーバーも別のルートのものと取り違えないパス',
          actual: '大文字小文字の違い、末尾のスラッシュ、またはそのようなパスの別の書き方',
          fix: 'API の文書にある書き方でパスを送ってください。',
        },
      },
    },
    request_malformed: {
      sentence: 'リクエストが、サーバーによって異なる意味に読まれる可能性があります。',
      fix: '手を加えていない HTTP ライブラリでリクエストを送ってください。',
      variants: {
        http_version: { expected: 'HTTP/1.1 または HTTP/1.0', actual: 'HTTP/{version}' },
        repeated_header: { expected: '1 つの {header} ヘッダー', actual: '複数' },
        no_host: { expected: 'ホストと、場合によりポートを持つ 1 つの Host ヘッダー', actual: 'なし' },
        host_form: { expected: 'ホストと、場合によりポートを持つ 1 つの Host ヘッダー', actual: '別の形' },
        coding_in_http_1_0: {
          expected: '本文の終わりを示す 1 つの方法',
          actual: 'HTTP/1.0 での Transfer-Encoding',
        },
        coding_and_length: {
          expected: '本文の終わりを示す 1 つの方法',
          actual: 'Transfer-Encoding と Content-Length の両方',
        },
        coding: { expected: '転送コーディング chunked', actual: '別のもの' },
        length_form: { expected: '数字の Content-Length', actual: '別の形' },
        expectation: { expected: '100-continue の Expect、またはなし', actual: '別のもの' },
        target_form: { expected: 'パスであるターゲット', actual: '別の形のターゲット' },
        target_characters: {
          expected: 'フラグメントのない、表示可能な ASCII のターゲット',
          actual: '別の文字',
        },
        connection_list: {
          expected: '接続オプションの Connection リスト',
          actual: '他が頼りにしているヘッダー',
        },
        syntax: { expected: 'HTTP/1.1 の定めるリクエスト', actual: 'その規則に反するバイト列' },
        unreadable: {
          sentence: 'リクエストを読み取れません。',
          expected: 'HTTP/1.1（RFC 9112）のリクエスト',
          actual: '別のもの',
          fix: 'クライアントが何を送っているか確かめてください。',
        },
      },
    },
    body_too_large: {
      actual: 'それより大きい',
      variants: {
        gateway: {
          sentence: '本文が、このゲートウェイの受け入れる大きさを超えています。',
          expected: '最大 {most} バイト',
          fix: '一度に送る量を減らすか、gateway.maxBodyBytes を大きくしてください。',
        },
        endpoint: {
          sentence: '本文が、このエンドポイントの受け入れる大きさを超えています。',
          expected: 'このエンドポイントの挙げるメンバーを持つ本文',
          fix: '一度に送る量を減らしてください。',
        },
      },
    },
    header_too_large: {
      actual: 'それより大きい',
      fix: 'ヘッダーを減らすか短くしてください。多くの場合は Cookie が原因です。',
      variants: {
        gateway: {
          sentence: 'ヘッダーが、このゲートウェイの受け入れる大きさを超えています。',
          expected: '最大 {most} バイト',
        },
        server: {
          sentence: 'ヘッダーが、このサーバーの受け入れる大きさを超えています。',
          expected: '通常の大きさのヘッダー',
        },
      },
    },
    request_timeout: {
      sentence: 'リクエストが届くまでに時間がかかりすぎました。',
      actual: 'それより長い',
      fix: 'リクエストをもっと速く、または小さく分けて送ってください。',
      variants: {
        gateway: { expected: '{seconds} 秒以内にリクエスト全体' },
        server: { expected: '接続が開いてから間もなくリクエスト全体' },
      },
    },
    upgrade_not_supported: {
      sentence: 'このゲートウェイは接続のプロトコルを変更しません。',
      expected: '通常の HTTP リクエスト',
      actual: 'CONNECT または Upgrade',
      fix: 'CONNECT と Upgrade を使わずに呼び出してください。',
    },
    upstream_unreachable: {
      sentence: 'このルートの先のサービスに接続できません。',
      expected: 'サービスへの接続',
      actual: 'なし',
      fix: later,
    },
    upstream_timeout: {
      sentence: 'このルートの先のサービスの応答に時間がかかりすぎました。',
      expected: 'サービスに与えられた時間内の応答',
      actual: '応答なし',
      fix: later,
    },
    upstream_failed: {
      sentence: 'このルートの先のサービスが応答を終えませんでした。',
      expected: 'HTTP/1.1 の定める完全な応答',
      actual: '別のもの、またはその一部',
      fix: later,
    },
    upstream_busy: {
      sentence: 'このルートの先のサービスには、これ以上のリクエストを受ける余裕がありません。',
      expected: 'サービスへの空いている接続',
      actual: 'なし',
      fix: later,
    },
    client_closed: {
      variants: {
        request: {
          sentence: 'クライアントが、リクエストを送り終える前に接続を閉じました。',
          expected: 'リクエスト全体',
          actual: 'その一部',
        },
        answer: {
          sentence: 'クライアントが、応答が完了する前に接続を閉じました。',
          expected: '応答全体を受け取るクライアント',
          actual: '離れたクライアント',
        },
      },
    },
    request_invalid: {
      variants: {
        body: {
          sentence: '本文が、このエンドポイントの受け取るものではありません。',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: 'これらのメンバーだけを持つ JSON オブジェクトを送ってください。',
        },
        member: {
          sentence: 'メンバー `{member}` が、このエンドポイントの受け取るものではありません。',
          expected: '{#expected}',
          actual: '{#actual}',
          fix: '`{member}` を直して、もう一度送ってください。',
        },
        unreadable: {
          sentence: 'リクエストを読み取れません。',
          expected: 'content-type が application/json の 1 つの JSON オブジェクト',
          actual: '別のもの',
          fix: 'このエンドポイントの挙げるメンバーを JSON で送ってください。',
        },
        username: {
          sentence: 'これはユーザー名として使えません。',
          expected: '英字または数字の後に、最大 63 文字の a-z 0-9 . _ @ -',
          actual: '別の形',
          fix: '別のユーザー名を選んでください。',
        },
        role_name: {
          sentence: 'ロールに、トークンに入れられない名前があります。',
          expected: '空白、引用符、バックスラッシュを含まない表示可能な ASCII、最大 128 文字',
          actual: '別の文字を含む名前、またはそれより長い名前',
          fix: 'ロールに別の名前を付けてください。',
        },
        scope_name: {
          sentence: 'スコープに、トークンに入れられない名前があります。',
          expected: '空白、引用符、バックスラッシュを含まない表示可能な ASCII、最大 128 文字',
          actual: '別の文字を含む名前、またはそれより長い名前',
          fix: 'スコープに別の名前を付けてください。',
        },
        not_one_time: {
          sentence: 'サインイン時に置き換えられるのはワンタイムパスワードだけですが、これは違います。',
          expected: 'newPassword なし',
          actual: 'ワンタイムではないパスワードと newPassword',
          fix: 'newPassword なしでサインインしてください。',
        },
      },
    },
    credentials_invalid: {
      variants: {
        wrong: {
          sentence: '名前またはパスワードが違います。',
          fix: '両方を確かめて、もう一度試してください。',
        },
        one_time_used: {
          sentence: 'ワンタイムパスワードは、ちょうど使われたところです。',
          fix: '新しいパスワードでサインインしてください。',
        },
      },
    },
    login_throttled: {
      fix: '{wait} 秒後にもう一度試してください。このアカウントに以前サインインした端末は、他の失敗によって待たされません。',
      variants: {
        account: { sentence: 'このアカウントへのサインインの失敗が多すぎます。' },
        address: { sentence: 'このアドレスからのサインインの失敗が多すぎます。' },
        network: { sentence: 'このネットワークからのサインインの失敗が多すぎます。' },
      },
    },
    account_disabled: {
      sentence: 'アカウントは無効になっています。',
      expected: '有効なアカウント',
      actual: '無効なアカウント',
      fix: '管理者に有効にしてもらってください。',
    },
    password_change_required: {
      sentence: 'このパスワードは 1 回限りのもので、サインインの前に置き換える必要があります。',
      expected: 'username と password に加えて newPassword',
      actual: 'newPassword がない',
      fix: '同じパスワードと新しいパスワードで、もう一度サインインしてください。',
    },
    password_too_weak: {
      fix: '互いに関係のない語をいくつか選ぶか、パスワードマネージャーに作らせてください。',
      variants: {
        too_short: { sentence: 'パスワードが短すぎます。', expected: '{least} 文字以上' },
        too_long: { sentence: 'パスワードが長すぎます。', expected: '{most} 文字以下' },
        repeated: {
          sentence: 'パスワードが同じ少数の文字を繰り返しています。',
          expected: '繰り返しのないパスワード',
        },
        date: {
          sentence: 'パスワードの大部分が日付または年です。',
          expected: '日付を含まないパスワード',
        },
        sequence: {
          sentence: 'パスワードの大部分が 1234 や abcd のような並びです。',
          expected: 'そのような並びのないパスワード',
        },
        common: {
          sentence: 'よくあるパスワード、またはよくある語の数文字を変えたか足したものです。',
          expected: 'どう綴っても、よくあるものの一覧にないパスワード',
        },
        keyboard: {
          sentence: 'パスワードのキーがキーボード上で隣り合っています。',
          expected: 'キーボードをたどったものではないパスワード',
        },
        username: {
          sentence: 'パスワードがユーザー名から作られています。',
          expected: 'ユーザー名から作られていないパスワード',
        },
        service_name: {
          sentence: 'パスワードがこのサービスの名前から作られています。',
          expected: 'このサービスの名前から作られていないパスワード',
        },
        guessed_soon: {
          sentence: 'パスワードが早く推測されてしまいます。',
          expected: 'もっと長いパスワード',
        },
        one_time_again: {
          sentence: '新しいパスワードがワンタイムパスワードと同じです。',
          expected: '別のパスワード',
          fix: '自分だけが知っているパスワードを選んでください。',
        },
      },
    },
    audience_not_allowed: {
      variants: {
        listed: {
          sentence: 'この受信者向けのトークンは、このアカウントには発行されません。',
          expected: '{allowed} のいずれか',
          actual: '別の受信者',
          fix: '一覧にある受信者を要求するか、identity.audiences に追加してもらってください。',
        },
        none: {
          sentence: 'このアカウントには、どの受信者向けのトークンも発行されません。',
          expected: 'identity.audiences にある受信者',
          actual: 'そこには何もない',
          fix: 'identity.audiences に受信者を追加してもらってください。',
        },
        session: {
          sentence: 'このセッションの受信者向けのトークンは、もう発行されません。',
          expected: 'identity.audiences にある受信者',
          actual: '取り除かれた受信者',
          fix: '別の受信者のためにもう一度サインインするか、identity.audiences に追加してもらってください。',
        },
      },
    },
    origin_not_allowed: {
      sentence: 'リクエストが別のサイトのページから来ています。',
      expected: '{origin}',
      fix: '{issuer} を開いて、そこでサインインしてください。',
      variants: { origin: { actual: '{came}' }, site: { actual: '{came} のリクエスト' } },
    },
    refresh_token_missing: {
      sentence: 'リクエストにリフレッシュトークンがありません。',
      expected: 'サインイン時に設定された Cookie',
      actual: 'なし',
      fix: 'サインインしてください。',
    },
    refresh_token_invalid: {
      fix: signIn,
      variants: {
        unknown: { sentence: 'このリフレッシュトークンは知られていません。' },
        several: {
          sentence: '複数のリフレッシュトークンが届きました。',
          expected: '1 つのリフレッシュトークン',
          actual: '複数',
        },
      },
    },
    refresh_token_expired: {
      fix: signIn,
      variants: {
        ended: { sentence: 'リフレッシュトークンまたはそのセッションの期限が切れました。' },
        older_than_sessions: { sentence: 'セッションが、現在許される長さを超えています。' },
      },
    },
    refresh_token_reused: {
      sentence:
        'リフレッシュトークンはすでに使われているため、他の誰かが写しを持っている可能性があります。セッションは終了しました。',
      expected: 'まだ使われていないリフレッシュトークン',
      actual: '使われたもの',
      fix: 'もう一度サインインしてください。心当たりがなければ、パスワードを変更してください。',
    },
    session_ended: {
      fix: signIn,
      variants: {
        session: { sentence: 'セッションは終了しています。' },
        account: {
          sentence: 'このアカウントに発行されたものはすべて失効し、このセッションも終了しました。',
        },
      },
    },
    admin_required: {
      sentence: 'このアカウントは管理者ではありません。',
      expected: 'ロール {role}',
      actual: 'そのロールのないアカウント',
      fix: '管理者としてサインインしてください。',
    },
    credential_mismatch: {
      fix: 'コマンドをもう一度実行してください。',
      variants: {
        method: {
          sentence: 'オペレーター資格情報は別のメソッドのために作られています。',
          expected: '資格情報が作られたときのメソッド',
          actual: '{came}',
        },
        address: {
          sentence: 'オペレーター資格情報は別のアドレスのために作られています。',
          expected: '資格情報が作られたときのアドレス',
          actual: '{came}',
        },
        body: {
          sentence: 'オペレーター資格情報は別の本文のために作られています。',
          expected: '資格情報が作られたときの本文',
          actual: '別の本文',
        },
        version: {
          sentence: 'オペレーター資格情報が、このサーバーの受け入れるバージョンではありません。',
          expected: '1 つのリクエストのために作られるバージョン {taken}',
          actual: 'バージョン {came}',
          fix: 'サーバーに対応する signet コマンドを使ってください。',
        },
        first_version: {
          sentence: 'オペレーター資格情報が、このサーバーの受け入れるバージョンではありません。',
          expected: '1 つのリクエストのために作られるバージョン {taken}',
          actual: 'どのリクエストにも使えるバージョン 1',
          fix: 'サーバーに対応する signet コマンドを使ってください。',
        },
      },
    },
    account_exists: {
      sentence: 'この名前のアカウントはすでにあります。',
      expected: 'どのアカウントも使っていない名前',
      actual: '使われている名前',
      fix: '別のユーザー名を選んでください。',
    },
    account_unknown: {
      sentence: 'ID が {id} のアカウントはありません。',
      expected: 'アカウントの ID',
      actual: '{id}',
      fix: 'アカウントを一覧して ID を探してください。',
    },
    reference_unknown: {
      sentence: '{reference} で記録されたリクエストはありません。',
      expected: '記録されたリクエストの参照番号',
      actual: '{reference}',
      fix: '参照番号を確かめてください。記録は一定期間だけ、成功は一部だけ保存されます。',
    },
    revocation_target_invalid: {
      fix: '対象を確かめてください。',
      variants: {
        account: {
          sentence: 'この ID のアカウントはありません。',
          expected: '`signet user list` に表示されるアカウントの ID',
        },
        future: { sentence: 'トークンは発行される前には失効できません。', expected: '過ぎた時刻' },
        session: {
          sentence: 'この ID のセッションはありません。',
          expected: 'この発行者のトークンの `sid`',
        },
      },
    },
    not_found: {
      fix: 'アドレスを確かめてください。',
      variants: {
        auth: { sentence: 'このアドレスでは、この方法に応答するものがありません。' },
        admin_api: { sentence: '管理 API のこのアドレスには何もありません。' },
        page: {
          sentence: '{method} {path} には何もありません。',
          fix: 'アドレスを確かめてください。API の呼び出し先はゲートウェイで、別のアドレスです。',
        },
        address: {
          sentence: 'このアドレスには何もありません。',
          expected: 'ドットのセグメントのない、パーセントエンコードされた UTF-8 のパス',
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
  },
  phrases: {
    members: 'メンバーが {of} だけの JSON オブジェクト',
    nothing_or_empty: '本文なし、または空の JSON オブジェクト',
    only_limit: 'limit 以外のパラメーターなし',
    limit: '1 から 1000 までの整数',
    identifier: '{of}… のような識別子',
    username:
      'ユーザー名：a–z、0–9、ドット、下線、@、ハイフンの 1 から 64 文字で、英字または数字で始まるもの',
    password: '1 から 256 文字のパスワード',
    audience: '1 から 512 文字の表示可能な文字の受信者',
    scopes: 'RFC 6749 §3.3 のスコープの、最大 64 個のリスト',
    roles: '1 から 128 文字の表示可能な文字のロールの、最大 64 個のリスト',
    revocation_target: 'jti（issuer はあってもなくてもよい）、sid、sub のうちちょうど 1 つ',
    fitting: '合う値',
    nothing: 'なし',
    null: 'null',
    list: 'リスト',
    text: 'テキスト',
    number: '数値',
    boolean: '真偽値',
    object: 'オブジェクト',
    something: '別のもの',
    list_misfit: '合わないリスト',
    text_misfit: '合わないテキスト',
    number_misfit: '合わない数値',
    boolean_misfit: '合わない真偽値',
    object_misfit: '合わないオブジェクト',
    member_too_many: '余分なメンバーが 1 つ',
    members_too_many: '余分なメンバーが複数',
  },
  titles: {
    token_malformed: 'トークンを読み取れません',
    token_oversized: 'トークンが大きすぎます',
    token_encrypted: '署名されたトークンが必要ですが、暗号化されています',
    alg_none: 'トークンに署名がありません',
    alg_not_pinned: '署名アルゴリズムが、この鍵に許されたものではありません',
    alg_unsupported: '署名アルゴリズムはここでは対応していません',
    key_unknown: 'トークンに合う信頼された鍵がありません',
    signature_invalid: '署名がトークンと一致しません',
    decryption_failed: 'この鍵ではトークンを復号できません',
    crit_unknown: 'トークンが、理解できない拡張を求めています',
    type_unexpected: 'トークンの種類が違います',
    claim_missing: '必要なクレームがありません',
    claim_invalid: 'クレームの値がありえないものです',
    issuer_unexpected: 'トークンの発行者が違います',
    audience_unexpected: 'トークンの受信者が違います',
    token_expired: 'トークンの有効期限が切れています',
    token_not_yet_valid: 'トークンはまだ有効ではありません',
    token_missing: 'ルートにはトークンが必要ですが、届きませんでした',
    token_ambiguous: '複数のトークンが届きました',
    token_in_query: 'トークンがアドレスの中にありました',
    token_revoked: 'トークンは失効しています',
    scope_missing: 'トークンにスコープが足りません',
    role_missing: 'トークンにロールが足りません',
    rate_limited: 'このルートの上限に達しました',
    concurrency_limited: '1 つのアドレスの処理中のリクエストが多すぎます',
    route_not_found: 'パスに合うルートがありません',
    method_not_allowed: 'ルートはこのメソッドを受け入れません',
    path_not_canonical: 'パスが 2 通りに読めます',
    request_malformed: 'リクエストが 1 通りには読めません',
    body_too_large: '本文が大きすぎます',
    header_too_large: 'ヘッダーが大きすぎます',
    request_timeout: 'リクエストが届くまでに時間がかかりすぎました',
    upgrade_not_supported: 'アップグレードには対応していません',
    upstream_unreachable: 'アップストリームに接続できません',
    upstream_failed: 'アップストリームが応答を途中でやめました',
    upstream_timeout: 'アップストリームに時間がかかりすぎました',
    upstream_busy: 'アップストリームに空いている接続がありません',
    keys_unavailable: '発行者の鍵を利用できません',
    revocation_stale: '失効したトークンの一覧が古くなっています',
    limiter_unavailable: 'リミッターに接続できません',
    overloaded: 'Signet が限界に達しています',
    client_closed: 'クライアントが応答の前に離れました',
    internal_error: 'Signet の内部で障害が起きました',
    request_invalid: 'リクエストの本文が、このエンドポイントの受け取るものではありません',
    credentials_invalid: '名前またはパスワードが違います',
    login_throttled: 'サインインの失敗が多すぎます',
    account_disabled: 'アカウントは無効になっています',
    password_change_required: 'ワンタイムパスワードを置き換える必要があります',
    password_too_weak: '新しいパスワードは推測されやすすぎます',
    audience_not_allowed: 'この受信者向けのトークンはここでは発行されません',
    origin_not_allowed: 'リクエストが別のサイトから来ています',
    refresh_token_missing: 'リフレッシュトークンが届きませんでした',
    refresh_token_invalid: 'リフレッシュトークンは知られていません',
    refresh_token_expired: 'リフレッシュトークンの有効期限が切れています',
    refresh_token_reused: 'リフレッシュトークンはすでに使われており、セッションは終了しました',
    session_ended: 'セッションは終了しています',
    admin_required: '管理者だけに許された操作です',
    credential_mismatch: '資格情報は別のリクエストのために作られています',
    account_exists: 'この名前のアカウントはすでにあります',
    account_unknown: 'そのアカウントはありません',
    reference_unknown: 'この参照番号で記録されたリクエストはありません',
    revocation_target_invalid: 'これは失効できるものではありません',
    not_found: 'このアドレスには何もありません',
    store_unavailable: 'データベースが応答しません',
    outcome_unknown: '変更が保存されたかどうか分かりません',
    node_too_old: 'この Node.js は古すぎます',
    option_invalid: 'オプションまたは環境変数の値がありえないものです',
    port_taken: 'ポートは使用中です',
    data_folder_not_writable: 'データフォルダーに書き込めません',
    data_folder_in_use: '別の Signet がデータフォルダーを使っています',
    master_key_missing: 'マスターキーがありません',
    master_key_wrong: 'マスターキーで保存された鍵を開けません',
    database_too_new: 'データベースは、より新しい Signet が作ったものです',
    database_unreachable: 'データベースに接続できません',
    redis_unreachable: 'Redis に接続できません',
    configuration_invalid: '設定に誤りがあります',
  },
  explanation: {
    questions: {
      'read-request': 'リクエストは 1 通りにしか読めないか。',
      'match-route': 'どのルートが受けるか。',
      'extract-token': 'どのトークンが届いたか。',
      'verify-token': 'トークンを信じられるか。',
      'check-revocation': 'トークンはまだ有効か。',
      authorize: 'ルートの求めるものを備えているか。',
      limit: '上限に余裕があるか。',
      forward: 'アップストリームは何と答えたか。',
    },
    outcomes: {
      ok: 'はい',
      refused: '拒否',
      failed: '失敗',
      'not-reached': '未到達',
      'not-needed': '不要',
    },
    headlines: {
      forwarded: '{call} は {upstream} に転送され、{status} の応答がありました。',
      refused: '{call} は {status} で拒否されました。',
      refusedBecause: '{call} は {status} で拒否されました：{reason}',
      failed: '{call} は {status} となり、応答が得られませんでした。',
      failedBecause: '{call} は {status} となり、応答が得られませんでした：{reason}',
      unreadable: '読み取れなかったリクエスト',
      upstream: 'アップストリーム',
    },
    facts: {
      signature: '署名',
      issuer: '発行者',
      subject: 'サブジェクト',
      client: 'クライアント',
      jti: 'トークン ID',
      session: 'セッション',
      kid: '鍵 ID',
      alg: 'アルゴリズム',
      issued: '発行日時',
      expires: '有効期限',
      at: '日時',
      decidedBy: '判断した場所',
      route: 'ルート',
      upstream: 'アップストリーム',
      took: '所要時間',
    },
    verified: '検証済み',
    notVerified: '未検証：以下はトークン自身の述べることにすぎません',
    noDate: '日付ではありません',
  },
};
