import type { errorsZhCN } from '../zh-CN/errors';

export const errorsEn: Record<keyof typeof errorsZhCN, string> = {
  'error.access-withheld': 'The browser keeps this extension out of this site. Press “Allow on this site”.',
  'error.backup-damaged':
    'The backup is cut off or damaged; nothing was restored. Download it again, or choose another one.',
  'error.backup-foreign': 'This is no backup of Hongshu Companion.',
  'error.backup-newer': 'This backup is from a newer version of the extension. Update the extension first.',
  'error.cancelled': 'Cancelled.',
  'error.captcha': 'The site asks for a verification. Complete it in the page, then press “Done, go on”.',
  'error.consent-missing': 'Nothing is kept until you agree on the welcome page.',
  'error.database-blocked': 'The local database is in use. Close other pages of the extension and try again.',
  'error.download-failed':
    'The file could not be saved; its content is still here. Check your download settings and try again.',
  'error.export-empty':
    'No comments of this note have been kept yet. Open them in the page, or press “Load comments for me”.',
  'error.extension-updated': 'The extension was updated. Reload this page.',
  'error.invalid-input': 'The input is not valid. Check it and try again.',
  'error.link-not-recognised':
    'This does not look like a link of the site. Paste a link, a short link or a share text.',
  'error.login-wanted': 'The site wants you to log in first. Log in on the page.',
  'error.media-access-withheld':
    'The browser does not let the extension on to the hosts of pictures and video yet. Press “Save” again and allow it.',
  'error.media-none': 'No pictures or video of this kind are known of it. Open the note in the page first.',
  'error.media-not-got':
    'Not one file could be downloaded. Addresses are only good for a while: open the note again, then save again.',
  'error.nothing-found': 'Nothing was found.',
  'error.note-forbidden':
    'This note cannot be viewed now: its author or the site restricts it, or the link no longer works.',
  'error.note-left': 'The page moved on, so this stopped. Open the note again to go on.',
  'error.note-not-open': 'No note is open in this tab.',
  'error.note-removed': 'This note does not exist; it may have been deleted.',
  'error.note-under-review': 'This note cannot be shown now; it may be under review.',
  'error.page-changed':
    'The page is not built as expected, so it was not read. Update the extension, or report it.',
  'error.page-not-reached': 'The page cannot be reached. Reload it and try again.',
  'error.page-stalled': 'No new comments appeared, so this stopped. You can try again.',
  'error.paused': 'Paused. Nothing is kept until you resume.',
  'error.rate-limited': 'Too many requests. Try again in a while.',
  'error.restore-unfinished':
    'An earlier restore is not finished. Continue it or give it up before you choose another file.',
  'error.risk-control':
    'The site reports something unusual. Page work has stopped; look at your account by hand later.',
  'error.step-limit': 'Reached the limit for one go. Resume to continue.',
  'error.storage-full': 'The disk is full, so this was not kept. Make room on the disk and try again.',
  'error.tab-gone': 'The tab was closed.',
  'error.tab-hidden': 'The tab is not in front, so this stopped. Come back to it to continue.',
  'error.token-refused':
    'The token of this link has expired or belongs to another note. Open it again from the feed, its author, a search or a share link.',
  'error.unexpected':
    'Something unexpected happened. Try again; if it comes back, report it with the diagnostics.',
  'error.budget-reached':
    'The budget is used up, so nothing more was asked. Raise it here, or wait until tomorrow.',
  'error.name-taken': 'This name is taken. Choose another one.',
  'error.no-provider': 'No provider can do this. Add a key in the options, or turn on one that can.',
  'error.passphrase-wrong': 'That passphrase is not right.',
  'error.press-awaited':
    'In this note another text waits for your press. Send it or close it in the page, then this goes on by itself.',
  'error.price-unknown':
    'Nobody knows what this call costs, so it was not made by itself. Enter a price, or press the button to agree.',
  'error.provider-access-withheld':
    'The browser does not let the extension on to this provider yet. Allow it in the options and try again.',
  'error.providers-failed': 'No provider gave an answer. Every attempt is listed.',
  'error.vault-locked': 'The keys are locked with a passphrase. Unlock them first.',
  'error.account-container-gone':
    'The container of this account was removed in Firefox, and its login with it. Log in again in the options, under Accounts.',
  'error.account-known':
    'It is the first account that is logged in there again. Log in as another one, or cancel.',
  'error.account-name-taken': 'Another account bears this name. Choose a different one.',
  'error.account-other-device':
    'To the site this browser is another device now, and the saved login does not fit it. Delete this account and add it again.',
  'error.account-suspended': 'This account is set aside. Take it up again in the options first.',
  'error.account-twice':
    'This account is already among the saved ones. Log in as another one in that window, or cancel.',
  'error.account-unexpected':
    'Another account is logged in in that window than the one that is to be renewed. Log in as that one, or cancel.',
  'error.account-unknown': 'This account is not known, or is not the one that is logged in.',
  'error.accounts-off':
    'Several accounts are not switched on, or the browser does not allow what they need. Switch them on in the options, under Accounts.',
  'error.accounts-unconfirmed':
    'Several accounts are confirmed one by one. Confirm each of them, then start.',
  'error.adding-unfinished': 'An account is being added. Finish that or cancel it first.',
  'error.action-forbidden':
    'The site does not allow this here. Its author may have limited who can take part.',
  'error.action-refused': 'The site did not accept this. Try it by hand in the page.',
  'error.failed-in-a-row':
    'Three in a row did not come through, and the site did not say why, so the rest waits. Try one by hand in the page, then go on.',
  'error.box-in-use':
    'There is other text in the page’s comment box, and it was left alone. Send or clear it first, then try again.',
  'error.comment-not-found': 'This comment is not in the page; it may have been deleted.',
  'error.comments-closed': 'This note takes no comments: its author closed them, or limited who may write.',
  'error.login-changed': 'Another account is logged in on the page now, so nothing was done.',
  'error.not-confirmed':
    'It was sent, but the site did not confirm it. Press “Check again”; it is not sent a second time before that.',
  'error.not-done': 'Looked again: it has not happened. You can do it once more.',
  'error.deletion-unconfirmed':
    'A comment is deleted only after two questions: see what it says, then say yes twice.',
  'error.thread-wrong':
    'The id of the thread is wrong: it has 24 characters, and the comment stands below it. Leave it empty where you do not know it.',
  'error.not-own-comment': 'This comment was not written by the account in use, so it was not deleted.',
  'error.token-missing':
    'No token of this note is known, so it cannot be opened. Open it once from the feed, its author, a search or a share link.',
  'error.templates-damaged': 'This file of templates is damaged. Nothing was imported.',
  'error.templates-foreign': 'This is no file of templates of Hongshu Companion. Nothing was imported.',
  'error.templates-newer':
    'This file of templates is from a newer version of the extension. Update the extension first.',
  'error.text-not-taken':
    'The page did not take the text. Copy it, paste it into the page’s comment box, and press send yourself.',
};
