import type { Attacks, TrialCaption } from '../attacks.ts';

const forgedTrial = (why: string): TrialCaption => ({
  title: '出示伪造的令牌',
  text: '交给粗心的验证器和 Signet 的验证器，密钥相同。',
  why,
});

export const words: Attacks = {
  'alg-none': {
    title: '算法 none',
    lead: '攻击者写一个声称“我没有签名”的令牌，验证器就此放行。',
    steps: {
      honest: {
        title: '顾客得到一个正当的令牌',
        text: 'API 用随机的共享密钥签名，攻击者没有这个密钥。',
      },
      header: {
        title: '攻击者改写头部',
        text: 'RFC 7518 §3.6 定义了算法 `none`，用于以其他方式保护的令牌。',
      },
      forged: {
        title: '攻击者随意填写声明',
        text: '角色变成 `admin`。第三部分留空：无需计算，也不需要密钥。',
      },
    },
    trials: { forged: forgedTrial('它读取头部的 `alg`，看到 `none`，就没有要求签名。') },
    remedies: [
      '明确预期的算法，其他一律不接受：不由头部决定（RFC 8725 §3.1）。',
      '拒绝 `none` 的一切写法，包括 `None` 和 `nOnE`（RFC 8725 §3.2）。',
    ],
  },
  confusion: {
    title: '算法混淆',
    lead: '把 RSA 公钥当作 HMAC 的共享密钥。公钥人人都有，所以人人都能签名。',
    steps: {
      honest: {
        title: '签发者用 RS256 签名',
        text: '用私钥签名；API 只有公钥。',
      },
      key: {
        title: '攻击者获取公钥',
        text: '这不算入侵：公钥本来就是公开的。这一个是刚刚生成的。',
      },
      header: {
        title: '攻击者换一个算法',
        text: '使用 `HS256` 时，签名和验证用同一个密钥。',
      },
      forged: {
        title: '攻击者用公钥的文本签名',
        text: '签名是一个 HMAC，其密钥就是那个 PEM 文件，一字不差。',
      },
    },
    trials: {
      forged: forgedTrial('它让头部选了 HS256，并把公钥的文本当作共享密钥。'),
    },
    remedies: [
      '让每个密钥只对应一种算法：RS256 的密钥只验证 RS256，别无他用（RFC 8725 §3.1）。',
      '绝不把 PEM 文件当作共享密钥。Signet 拒绝这样导入。',
    ],
  },
  'weak-secret': {
    title: '弱密钥',
    lead: '有一个令牌就够了：可以在家里猜密钥，每秒数百万次，一次也不必询问服务器。',
    steps: {
      honest: {
        title: '攻击者有一个令牌',
        text: '他自己的就行。它是用上面那个词签名的。',
      },
      found: {
        title: '搜索找到了密钥',
        text: '把每个词当作 HMAC 密钥来试，直到算出相同的签名。',
      },
      forged: {
        title: '攻击者想签什么就签什么',
        text: '密钥既然正确，这就不再是伪造：签名是正确的。',
      },
    },
    trials: {
      'weak-key': {
        title: '用这个词作密钥',
        text: '粗心的验证器接受了这个词，所以伪造的令牌通过。Signet 在配置时就拒绝它，那时第一个令牌还没有到来。',
        why: '以它认定的密钥来验证，签名是正确的。',
      },
      'strong-key': {
        title: '同一个令牌，而密钥是 32 个随机字节',
        text: '这样的密钥不会出现在任何词表里。',
        why: '',
      },
    },
    remedies: [
      '用随机数生成器生成密钥，且不短于散列值：HS256 需要 32 字节（RFC 7518 §3.2，RFC 8725 §3.5）。',
      '长度可以测量，随机性不能：教程里的一个长句和一个词同样弱。没有哪个验证器看得出来。',
      '如果还有别人要验证，请用非对称算法。这样就没有密钥可猜。',
    ],
  },
  'kid-injection': {
    title: '密钥注入',
    lead: '密钥的名称被拼进路径，而名称由攻击者来写。',
    steps: {
      honest: {
        title: '正当的令牌指明它的密钥',
        text: '`kid` 是 `orders-1`，服务器从 `/srv/keys/orders-1` 读取密钥。这些文件是在本页面内模拟的。',
      },
      file: {
        title: '攻击者找一个内容已知的文件',
        text: '任何访客都能读取 `robots.txt`。在别的服务器上，可以是样式表或 `/dev/null`。',
      },
      header: {
        title: '攻击者指明用该文件作密钥',
        text: '从密钥目录出发，用 `..` 跳到公开的目录。',
      },
      forged: {
        title: '攻击者用文件的内容签名',
        text: '现在双方有了同一个“机密”。',
      },
    },
    trials: {
      forged: forgedTrial('它把 `kid` 拼进路径，读取所指的文件，并把内容当作密钥。'),
    },
    remedies: [
      '在信任的密钥列表中查找 `kid`。它只是名称，绝不是路径、网址或查询语句的一部分（RFC 8725 §3.10）。',
      '不在列表上的一律拒绝，也不因它读取或下载任何东西。',
    ],
  },
  'jku-spoof': {
    title: '密钥集冒充',
    lead: '头部说明密钥在哪里。验证器照着去取，取到的是攻击者的密钥。',
    steps: {
      honest: {
        title: '正当的令牌指明它的密钥集',
        text: '`jku` 是位于 `login.example` 的网址（RFC 7515 §4.1.2）。这里没有网络：由本页面内的一张表代替各主机应答。',
      },
      keys: {
        title: '攻击者公布一个密钥集',
        text: '其中是他自己的密钥，名称与签发者的相同。',
      },
      header: {
        title: '攻击者写上那个网址',
        text: '开头与正确的网址一样：`https://login.example`。主机却是 `login.example.attacker.example`。',
      },
      forged: {
        title: '攻击者用自己的密钥签名',
        text: '对那个密钥来说，签名是正确的。',
      },
    },
    trials: {
      forged: forgedTrial('它只比较了网址的开头，从那里下载密钥集，并用攻击者的密钥验证。'),
    },
    remedies: [
      '只从自己配置的网址获取密钥。不要看令牌里的 `jku`、`jwk`、`x5u` 和 `x5c`（RFC 8725 §3.10）。',
      '如果必须比较网址，就比较整个网址。开头说明不了什么。',
    ],
  },
  replay: {
    title: '重放',
    lead: '令牌是真的，出示它的人却不是本人。持有者令牌谁拿着就归谁用。',
    steps: {
      honest: {
        title: '顾客得到一个正当的令牌',
        text: '用于 `https://api.example/orders`，有效 15 分钟。',
      },
      log: {
        title: '攻击者在日志里找到它',
        text: '有人把完整的请求头写进了日志。签名依然正确。',
      },
    },
    trials: {
      later: {
        title: '一天之后',
        text: '粗心的验证器只看签名。签名永远正确。',
        why: '它只看签名，从不看 `exp`。',
      },
      elsewhere: {
        title: '在另一个 API',
        text: '薪资系统信任同一个签发者。没有人比对 `aud`。',
        why: '它只看签名，从不看 `aud`。',
      },
      'at-once': {
        title: '立即使用，在正确的 API',
        text: '这时两者都接受，也必须接受：对验证器来说，这个令牌与顾客的令牌无法区分。需要采取下面的某项措施。',
        why: '这一次没有可以指摘之处。',
      },
    },
    remedies: [
      '始终检查 `exp` 和 `aud`，并缩短有效期（RFC 8725 §3.9，RFC 9068 §4）。',
      '把令牌与客户端能证明自己持有的密钥绑定：这样偷来的副本毫无用处（DPoP，RFC 9449 §2）。',
      '只代表一次操作的令牌，只接受一次：记住它的 `jti`，直到它过期（RFC 7519 §4.1.7）。',
      '不要让令牌进入日志和网址；令牌被盗时，终止其会话（RFC 6750 §5.3）。',
    ],
  },
  tampering: {
    title: '篡改',
    lead: '改动声明，签名保持原样。只解码的人不会发现。',
    steps: {
      honest: { title: '顾客得到一个正当的令牌', text: '载荷写着 `customer`。' },
      payload: { title: '攻击者改写载荷', text: '现在写着 `admin`。' },
      forged: {
        title: '攻击者把它放进原来的两部分之间',
        text: '头部和签名来自正当的令牌。该签名是为另一段文本计算的。',
      },
    },
    trials: { forged: forgedTrial('它解码了载荷，却从未看签名。') },
    remedies: [
      '解码不等于验证。在大多数库里，这是两个名称相近的函数。',
      '签名确认之前，不读取任何声明（RFC 7519 §7.2）。',
    ],
  },
};
