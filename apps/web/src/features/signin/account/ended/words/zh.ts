import type { Words } from '../words.ts';

export const words: Words = {
  title: '为什么我被退出登录？',
  lead: '您在过去一天内结束的会话。',
  action: '显示',
  none: '过去一天内您没有会话结束。',
  causes: {
    logout: '您在此设备上退出了登录。',
    ended_elsewhere: '您从另一台设备将其退出。',
    account_deleted: '账户已被删除。',
    refresh_token_reused:
      '其登录凭据被第二次使用：可能被复制，或设备保存了旧的凭据。如果不清楚原因，请更改密码。',
    code_reused: '某个应用的登录被第二次使用。',
    administrator: '此 Signet 的运营者结束了它。',
    account_disabled: '账户已被停用。',
    password_changed: '您的密码已更改。',
    client_removed: '该应用已被移除。',
    consent_withdrawn: '你取消了该应用的访问权限。',
    organization_left: '你已离开该组织。',
    organization_disabled: '该组织已关闭。',
    revoked_by_client: '该应用交还了访问权限。',
    expired: '它已达到会话的最长期限。',
    unused: '它太久没有被使用。',
  },
};
