/** 每个页面的外框，以及多个页面共有的部分。 */
export default {
  header: {
    signIn: "登录",
    menuOf: "{email} 的账户菜单",
    menu: "账户",
    devices: "设备",
    account: "账户",
    admin: "管理",
    signOut: "退出登录",
  },
  footer: { more: "更多", guides: "指南", reference: "API 参考", language: "语言" },
  appearance: { label: "外观", system: "跟随系统", light: "浅色", dark: "深色" },
  tabs: { label: "设置", devices: "设备", activity: "活动", account: "账户" },
  copy: { command: "复制命令", copied: "已复制", refused: "请自行选中并复制" },
  credit:
    "地点和网络依据 <nro>NRO</nro>、<routeviews>RouteViews</routeviews> 和 <dbip>DB-IP</dbip> 的列表，可能有误。",
  tooOld: {
    approve:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要批准，请<link>重新登录</link>，之后会回到此页。拒绝则不需要。",
    connect:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要连接它，请<link>重新登录</link>，之后会回到此页。拒绝则不需要。",
    addDevice:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要添加设备，请<link>重新登录</link>，之后会回到此页。",
    changePassword:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要更改密码，请<link>重新登录</link>，之后会回到此页。",
    addPasskey:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要添加通行密钥，请<link>重新登录</link>，之后会回到此页。",
    changeThis:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要更改此项，请<link>重新登录</link>，之后会回到此页。",
    deleteAccount:
      "<b>您登录已有一段时间，</b>现在坐在这里的可能是别人。要删除账户，请<link>重新登录</link>，之后会回到此页。",
  },
  save: "保存",
  cancel: "取消",
  notifications: "通知",
  time: { justNow: "刚刚" },
  browserOn: "{system} 上的 {browser}",
  serversComputer: "服务器自身的计算机",
  privateNetwork: "专用网络",
};
