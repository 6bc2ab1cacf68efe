/** 邮件中的链接通向哪里。 */
export default {
  tab: "撤销设备",
  question: {
    title: "这是您本人吗？",
    lead: "此设备登录了您的账户。如果不是您本人，请将其撤销：它的密钥会立即失效，而且您无需为此登录。如果是您本人，请关闭此页。",
    failed: "没有成功，这是我们的问题。没有更改任何内容。请稍后再试，或者登录后在那里撤销。",
    button: "撤销它，这不是我",
  },
  sides: {
    terminal: "终端",
    browser: "批准它时所用的浏览器",
    someBrowser: "浏览器",
    signedIn: "登录时间",
  },
  abilities: { title: "它可以做什么", until: "如果没有人撤销，有效至 <time></time>。" },
  outcome: {
    revoked: "已撤销。它已退出登录",
    revokedLead: "<b>{name}</b> 的密钥已失效。",
    used: "此链接已被使用",
    usedLead: "它撤销了 <b>{name}</b>，其密钥自 <time></time> 起已失效。一个链接只能使用一次。",
    paused: "在 <time></time> 之前，任何人都不能从其来源处发起登录。",
    elsewhere: "此设备已被撤销",
    elsewhereLead: "<b>{name}</b> 的密钥自 <time></time> 起已失效。这里无需再做任何事情。",
    expired: "此链接已过期",
    expiredLead:
      "邮件中的链接有效期为七天。打开它没有更改任何内容。请登录查看您的设备，并撤销您不认识的设备。",
    unknown: "此链接无效",
    unknownLead:
      "它可能在途中被截断了：请从邮件中再次打开，或完整复制它。没有更改任何内容。您随时可以登录并在那里撤销设备。",
    tooMany: "尝试次数过多",
    tooManyLead:
      "从您的网络打开的链接过多。请等待{wait}后再次打开您的链接；或者登录后在那里撤销设备。没有更改任何内容。",
    whatNow:
      "<b>现在该做什么：</b>请更改您的密码，并在所有地方退出登录。批准此设备的人当时以您的身份登录，现在可能仍然如此。",
    settings: "前往您的设置",
    devices: "查看您的设备",
  },
};
