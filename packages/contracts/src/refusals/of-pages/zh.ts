import type { PageTexts } from './page-texts.ts';

export const chineseOfPages: PageTexts = {
  internal_error: {
    variants: {
      gateway: {
        sentence: '网关无法对该请求作出决定，因此拒绝了它。',
        fix: '请把引用号交给该网关的运维者。',
      },
      server: {
        sentence: 'Signet 内部出现故障。',
        fix: '请重试；如果再次发生，请把引用号交给运维者。',
      },
      worker: { sentence: '网关进程未能启动：{reason}。', fix: '请在服务器日志中查看它未能做到什么。' },
    },
  },
  store_unavailable: {
    sentence: '所需的数据库此刻没有响应。',
    expected: '数据库在几秒内响应',
    actual: '没有响应',
    fix: '请稍候再试；如果你是运维者，请在日志中查找原因。',
  },
  outcome_unknown: {
    sentence: '数据库在说明是否保存了更改之前失去了连接。',
    expected: '数据库在几秒内确认',
    actual: '没有确认',
    fix: '请重新发送请求；这样做是安全的。',
  },
  provider_sign_in_over: {
    sentence: '这个浏览器中没有正在进行的提供方登录。',
    expected: '最多 10 分钟前在这个浏览器中开始、尚未得到应答的登录',
    actual: '没有，或者属于另一个浏览器，或者已经结束',
    fix: '请在登录页面重新开始。',
  },
  authorization_request_invalid: {
    variants: {
      client: {
        sentence: '把你带到这里的应用未登记。',
        expected: '可让人登录的客户端的 `client_id`',
        actual: '另一个，或没有',
        fix: '请返回应用。其运营者应将它连同 grant `authorization_code` 加入 `clients`。',
      },
      redirect_uri: {
        sentence: '应用要求把答复发往不属于它的地址。',
        expected: '客户端 `redirectUris` 之一，逐字符相同',
        actual: '另一个地址，或没有',
        fix: '请返回应用。其运营者应将该地址加入客户端的 `redirectUris`。',
      },
      expired: {
        sentence: '此次登录已过期，或是在另一个浏览器中开始的。',
        expected: '开始登录的浏览器，半小时之内',
        actual: '另一个浏览器，或更晚',
        fix: '请返回应用并重新登录。',
      },
      other: {
        sentence: '应用的请求不符合 OpenID Connect 的要求。',
        expected: '应用的库所发出的请求',
        actual: '{detail}',
        fix: '请返回应用。其运营者可凭参考号找到错误。',
      },
    },
  },
};
