/** 英語で書かれたガイドと API リファレンスの枠。 */
export default {
  guides: "ガイド",
  guidesDescription: "コマンドラインへのログインの追加、キーの使い方、サーバーの運用。",
  reference: "API リファレンス",
  referenceDescription: "コマンドラインがここで行えるすべての呼び出し。",
  everyGuide: "すべてのガイド",
  lookUp: "調べる",
  everyCallStands: "コマンドラインが行えるすべての呼び出しは、<link>API リファレンス</link>にあります。",
  calls: "呼び出し",
  everyCall: "すべての呼び出し",
  server: "サーバー",
  asOpenApi: "OpenAPI {version} 形式",
  copy: "コピー: {title}",
};
