/** Several accounts in Firefox, each in a container of its own: where the words differ from other browsers. */
export const containersZhCN = {
  'containers.consent-linked': '网站仍可能看出它们来自同一台电脑',
  'containers.consent-linked-text':
    '容器隔开的是 Cookie 和存储，隔不开网络地址和这台设备的特征。网站可能把账号关联起来：一个出了问题，其他的也可能被限制。',
  'containers.consent-kept': '登录留在 Firefox 的容器里',
  'containers.consent-kept-text':
    '每个账号有自己的容器，你在里面登录。本扩展不读取也不复制其中的 Cookie，备份、导出、诊断信息里都没有。能用这个浏览器的人，就能打开这些容器。',
  'containers.consent-shared': '账号之间完全隔开',
  'containers.consent-shared-text':
    '容器里的 Cookie、本地存储和缓存，不和你自己的标签页共用，也不和别的容器共用。页面自己写的东西也一样。',
  'containers.consent-leave': '需要浏览器的权限',
  'containers.consent-leave-text':
    '访问两个网站的所有主机，只在你点“在这里退出”时用来清除登录 Cookie。关掉这个功能，会删除为账号建立的容器和其中的一切，并交还权限。',
  'containers.own-text':
    '它就是你自己标签页里的登录，会一直留在那里。想把它也列为账号，请在容器里再登录一次。',
  'containers.sign-out-text':
    '会清除你自己标签页里两个网站的登录 Cookie，打开的标签页要重新登录。网站那边不会收到退出，容器里的账号照样可用。',
  'containers.list-none-text': '添加一个：它会有自己的容器，你自己的标签页不受影响。',
  'containers.gone': '容器已被删除',
  'containers.gone-text':
    '有人在 Firefox 里删掉了它的容器，登录也随之没有了。可以在新的容器里重新登录，或删除这个账号。',
  'containers.renew': '重新登录',
  'containers.remove-title': '删除“{name}”和它的容器？',
  'containers.remove-text':
    '会关闭这个容器里的标签页，并删除容器和其中的 Cookie、存储，无法恢复。账号本身和网站那边不受影响。',
  'containers.removed': '已删除“{name}”和它的容器。',
  'containers.add-text':
    '会为它建立一个容器，并打开一个窗口让你登录。你自己标签页里的登录不受影响，可以照常使用。',
  'containers.adding-wait': '请在打开的窗口里登录这个账号。登录后这里会显示。关掉那个窗口，就等于取消。',
  'containers.adding-ready': '账号 {id} 已登录，可以保存了。',
  'containers.adding-finish': '保存这个账号',
  'containers.added': '已添加“{name}”。',
  'containers.cancelled': '已取消，没有留下容器。',
  'containers.off-text':
    '为账号建立的容器和其中的登录、存储都会删除，无法恢复。你自己标签页里的登录不受影响。',
  'containers.off-done': '已关掉，为账号建立的容器都已删除。',
} as const;
