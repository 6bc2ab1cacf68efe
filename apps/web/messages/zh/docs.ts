/** 指南和 API 参考的外框；其内容为英文。 */
export default {
  guides: "指南",
  guidesDescription: "为命令行添加登录功能、使用其密钥、运行服务器。",
  reference: "API 参考",
  referenceDescription: "命令行可以在此进行的每个调用。",
  everyGuide: "所有指南",
  lookUp: "查阅",
  everyCallStands: "命令行可以进行的每个调用都在 <link>API 参考</link>中。",
  calls: "调用",
  everyCall: "所有调用",
  server: "服务器",
  asOpenApi: "OpenAPI {version} 格式",
  copy: "复制：{title}",
};
