/** すべてのページの枠と、複数のページにある部分。 */
export default {
  header: {
    signIn: "サインイン",
    menuOf: "{email} のアカウントメニュー",
    menu: "アカウント",
    devices: "デバイス",
    account: "アカウント",
    admin: "管理",
    signOut: "サインアウト",
  },
  footer: {
    more: "その他",
    guides: "ガイド",
    reference: "API リファレンス",
    language: "言語",
  },
  appearance: { label: "外観", system: "システムに合わせる", light: "ライト", dark: "ダーク" },
  tabs: { label: "設定", devices: "デバイス", activity: "アクティビティ", account: "アカウント" },
  copy: {
    command: "コマンドをコピー",
    copied: "コピーしました",
    refused: "選択してコピーしてください",
  },
  credit:
    "場所とネットワークは <nro>NRO</nro>、<routeviews>RouteViews</routeviews>、<dbip>DB-IP</dbip> の一覧によるもので、誤っていることがあります。",
  tooOld: {
    approve:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。承認するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。拒否するだけなら必要ありません。",
    connect:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。接続するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。拒否するだけなら必要ありません。",
    addDevice:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。デバイスを追加するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。",
    changePassword:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。パスワードを変更するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。",
    addPasskey:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。パスキーを追加するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。",
    changeThis:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。これを変更するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。",
    deleteAccount:
      "<b>サインインしてから時間がたっています。</b>今は別の人がここにいるかもしれません。アカウントを削除するには、<link>もう一度サインイン</link>してください。その後、このページに戻ります。",
  },
  save: "保存",
  cancel: "キャンセル",
  notifications: "通知",
  time: { justNow: "直前" },
  browserOn: "{system} の {browser}",
  serversComputer: "サーバー自身のコンピューター",
  privateNetwork: "プライベートネットワーク",
};
