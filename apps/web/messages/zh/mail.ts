/** 关于新设备的邮件。 */
export default {
  subject: "您的 {app} 账户有新设备：{name}",
  unnamed: "没有名称的终端",
  title: "有新设备登录了您的 {app} 账户",
  wasYou: "如果是您本人刚刚让它登录的，则无需做任何事情。",
  wasNotYou: "如果不是，请立即撤销它。页面会再确认一次，您无需登录：",
  button: "撤销它，这不是我",
  facts: {
    name: "名称",
    key: "它得到的密钥",
    added: "添加于",
    ends: "结束于",
    abilities: "它可以",
  },
  hearsay:
    "名称、系统和版本是终端对自己的描述。地址是此服务器所看到的。地点和网络依据 NRO、RouteViews 和 DB-IP.com 的列表。",
  linkEnds: "此链接只能使用一次，有效至 {time}。",
  copyAddress: "如果按钮没有反应，请复制此地址：",
  allDevices: "您的所有设备：",
  why: "您收到此邮件，是因为此地址属于 {host} 的一个账户，该账户会通知每台新设备。它从不发送代码或密钥，那里也不会有人向您索要。",
};
