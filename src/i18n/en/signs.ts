import type { signsZhCN } from '../zh-CN/signs';

export const signsEn: Record<keyof typeof signsZhCN, string> = {
  'signs.title-all': 'The site asks to stop for now',
  'signs.title-login': 'The site wants you to log in',
  'signs.title-note': 'The site does not show this note',
  'signs.title-profile': 'The site does not show this profile',
  'signs.code': 'Site code {code}',
  'signs.go-on': 'Done, go on',
  'signs.open-feed': 'Open the feed',
  'signs.open-author': 'Open the author’s page',
  'sign.captcha':
    'Complete the verification in the page. All work in pages has stopped until then; afterwards press “Done, go on”.',
  'sign.anti-spam':
    'The site blocked a request. All work in pages has stopped; browse by hand again after a while.',
  'sign.request-refused':
    'The site refused a request. All work in pages has stopped; reload the page or come back later.',
  'sign.rate-limited': 'Too many visits. All work in pages has stopped; take a break before you go on.',
  'sign.risk-control':
    'The site reports a risk. All work in pages has stopped; look at your account by hand.',
  'sign.account-abnormal':
    'The site reports something unusual about your account. All work in pages has stopped; look at it by hand.',
  'sign.account-banned': 'The site says the account is banned. All work in pages has stopped.',
  'sign.network-risk':
    'The site does not trust this network. Turn off a proxy or change the network, then reload.',
  'sign.browser-abnormal':
    'The site does not trust this browser. Turn off other extensions that change pages, then reload.',
  'sign.no-permission':
    'The account that is logged in may not see this. Use another account, or try again later.',
  'sign.login-expired':
    'Your login has expired. Log in again on the page; what you have seen is kept as usual.',
  'sign.login-wanted': 'The site gives more only after login. What you have seen is kept as usual.',
  'sign.login-page': 'The site led to its login page. After login it comes back to where you were.',
  'sign.token-refused':
    'The token of this link has expired or belongs to another note. Open the note again from the feed, its author, a search or a share link.',
  'sign.note-removed': 'The note does not exist; it may have been deleted.',
  'sign.note-under-review': 'The note cannot be shown now; it may be under review. Look again after a while.',
  'sign.note-forbidden': 'Its author or the site limits who can see this note.',
  'sign.note-unavailable':
    'The note cannot be viewed now. Open it again from the feed, its author or a search, or come back later.',
  'sign.profile-limited': 'This profile cannot be viewed now.',
  'sign.other': 'The site did not give what was asked for. Reload the page, or come back later.',
  'signs.kept': 'What was kept before is still here.',
};
