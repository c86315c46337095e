import type { containersZhCN } from '../../zh-CN/acting/containers';

export const containersEn: Record<keyof typeof containersZhCN, string> = {
  'containers.consent-linked': 'The site can still tell that they share a computer',
  'containers.consent-linked-text':
    'Containers keep cookies and storage apart, not the network address or what marks this device. The site may link the accounts: what one of them does may get the others limited, too.',
  'containers.consent-kept': 'The logins stay in containers of Firefox',
  'containers.consent-kept-text':
    'Each account has a container of its own, in which you log in. The extension reads and copies none of its cookies, and none are in a backup, export or diagnostics. Whoever can use this browser can open these containers.',
  'containers.consent-shared': 'The accounts are fully apart',
  'containers.consent-shared-text':
    'Cookies, local storage and caches of a container are shared neither with your own tabs nor with another container, whatever the page writes.',
  'containers.consent-leave': 'It takes the browser’s leave',
  'containers.consent-leave-text':
    'For all hosts of the two sites, only to remove the login cookies when you choose to sign out here. Switching it off removes the containers that were made for accounts, with everything in them, and gives the leave back.',
  'containers.own-text':
    'It is the login of your own tabs and stays there. To have it among the accounts as well, log in with it once more in a container.',
  'containers.sign-out-text':
    'The login cookies of both sites are removed from your own tabs, which have to log in again. The site is not told, and accounts in containers can still be used.',
  'containers.list-none-text': 'Add one: it gets a container of its own, and your own tabs stay as they are.',
  'containers.gone': 'Container removed',
  'containers.gone-text':
    'Its container was removed in Firefox, and the login with it. Log in again in a new one, or delete the account.',
  'containers.renew': 'Log in again',
  'containers.remove-title': 'Delete “{name}” and its container?',
  'containers.remove-text':
    'The tabs of this container are closed, and the container is removed with its cookies and storage. That cannot be brought back. The account itself stays as it is on the site.',
  'containers.removed': '“{name}” and its container are deleted.',
  'containers.add-text':
    'A container is made for it, and a window opens in which you log in. The login of your own tabs stays as it is, and you can go on using them.',
  'containers.adding-wait':
    'Log in with this account in the window that was opened; it shows here. Closing that window cancels.',
  'containers.adding-ready': 'Account {id} is logged in and can be saved.',
  'containers.adding-finish': 'Save this account',
  'containers.added': '“{name}” is added.',
  'containers.cancelled': 'Cancelled; no container is left.',
  'containers.off-text':
    'The containers that were made for accounts are removed, with the logins and everything else in them. That cannot be brought back. The login of your own tabs stays as it is.',
  'containers.off-done': 'Switched off; the containers made for accounts are removed.',
};
