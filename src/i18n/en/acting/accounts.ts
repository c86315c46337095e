import type { accountsZhCN } from '../../zh-CN/acting/accounts';

export const accountsEn: Record<keyof typeof accountsZhCN, string> = {
  'options.screen-accounts': 'Accounts',
  'accounts.intro':
    'Act under several logins of your own, one after another. Meant for teams that answer for several brands of their own.',
  'accounts.consent': 'Read this before you switch it on',
  'accounts.consent-linked': 'The site sees that these accounts share one device',
  'accounts.consent-linked-text': 'It may link them: what one of them does may get the others limited, too.',
  'accounts.consent-rules': 'Not for made-up interest',
  'accounts.consent-rules-text':
    'Liking, collecting and commenting on your own things from several accounts is against the site’s rules, and against the law in places. This is for answering under each brand’s own name.',
  'accounts.consent-kept': 'The logins are kept on this computer',
  'accounts.consent-kept-text':
    'Whoever has one can act as that account. They can be sealed with a passphrase. They are in no backup, export or diagnostics, and are sent to nobody.',
  'accounts.consent-shared': 'The windows are not fully apart',
  'accounts.consent-shared-text':
    'A window under a saved account shows that login to the site; the mark of the device stays. But what the page’s own script writes (cookies a script can write, local storage, caches) is shared with your own tabs.',
  'accounts.consent-leave': 'It takes the browser’s leave',
  'accounts.consent-leave-text':
    'To read and set cookies of the two sites, and to change the login that single tabs send to them. Switching it off deletes every saved login and gives the leave back.',
  'accounts.consent-go': 'I have read this, switch it on',
  'accounts.consent-refused': 'The browser did not allow it, so it stays off.',
  'accounts.own': 'The login in this browser',
  'accounts.own-id': 'Account {id} is logged in on {host}.',
  'accounts.own-saved': 'Saved as “{name}”.',
  'accounts.own-none':
    'Nobody is known to be logged in yet. Open any page of the site, log in, and come back.',
  'accounts.name': 'Give it a name',
  'accounts.name-placeholder': 'Support of brand A, say',
  'accounts.save': 'Save this login',
  'accounts.saved': '“{name}” is saved.',
  'accounts.sign-out': 'Sign out here…',
  'accounts.sign-out-title': 'Sign out in this browser?',
  'accounts.sign-out-text':
    'The login cookies of both sites are removed from this browser, and open tabs have to log in again. The site is not told, and saved logins can still be used.',
  'accounts.sign-out-go': 'Sign out',
  'accounts.signed-out': 'Signed out in this browser.',
  'accounts.list': 'Saved accounts',
  'accounts.list-none': 'No account is saved yet',
  'accounts.list-none-text': 'Save the login that is in the browser now, then add others.',
  'accounts.active': 'In use',
  'accounts.suspended': 'Set aside',
  'accounts.foreign': 'Other device, not usable',
  'accounts.logged-out': 'Logged out',
  'accounts.logged-out-text':
    'The site does not know this login any more: it has ended, or was renewed where it cannot be seen. Log in again as this account.',
  'accounts.log-in-again': 'Log in again',
  'accounts.suspend': 'Set aside',
  'accounts.resume': 'Take up again',
  'accounts.rename': 'Rename',
  'accounts.rename-title': 'Rename “{name}”',
  'accounts.rename-go': 'Save the name',
  'accounts.renamed': 'It is called “{name}” now.',
  'accounts.remove': 'Delete',
  'accounts.remove-title': 'Delete the login of “{name}”?',
  'accounts.remove-text':
    'The saved login is deleted from this computer and cannot be brought back. The account itself stays as it is on the site.',
  'accounts.removed': 'The login of “{name}” is deleted.',
  'accounts.add': 'Add an account',
  'accounts.add-text':
    'The login in this browser is kept aside (the site is not told of a logout), and a window opens in which you log in as somebody else. Once that is saved, the first login is put back. Leave other tabs of the site alone meanwhile.',
  'accounts.add-go': 'Open the login window',
  'accounts.adding': 'Adding “{name}”',
  'accounts.adding-wait':
    'Log in as another account in the window that was opened; it shows here. Closing that window cancels.',
  'accounts.adding-ready': 'Account {id} is logged in. Save it, and the first login is put back.',
  'accounts.adding-finish': 'Save, and put the first login back',
  'accounts.adding-cancel': 'Cancel',
  'accounts.added': '“{name}” is added, and the first login is back.',
  'accounts.cancelled': 'Cancelled; the first login is back.',
  'accounts.locked': 'The saved logins are locked with your passphrase',
  'accounts.off': 'Switch off…',
  'accounts.off-title': 'Switch several accounts off?',
  'accounts.off-text':
    'Every saved login is deleted and cannot be brought back. The login in this browser stays as it is.',
  'accounts.off-go': 'Delete and switch off',
  'accounts.off-done': 'Switched off; all saved logins are deleted.',
  'act.accounts': 'Under which accounts',
  'act.accounts-own': 'The login in this browser',
  'act.accounts-hint':
    'None chosen: the login in this browser. Several act one after another, with a gap between them.',
  'act.confirm-title': 'Confirm each account by itself',
  'act.confirm-one': 'As “{name}”: {action}',
  'act.confirm-go': 'Start with {count} {count|account|accounts}',
  'act.results': 'Results',
  'act.results-waiting': 'Waits for its turn',
  'act.results-took': '{seconds} s',
};
