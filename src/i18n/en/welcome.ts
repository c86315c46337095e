import type { welcomeZhCN } from '../zh-CN/welcome';

export const welcomeEn: Record<keyof typeof welcomeZhCN, string> = {
  'welcome.page-title': 'Welcome to Hongshu Companion',
  'welcome.title': 'Keep the notes you open, with all they say',
  'welcome.lead':
    'While you browse Xiaohongshu and RedNote it reads the notes you open, keeps their comments and writes them to a spreadsheet with one click. All of it on your own computer.',
  'welcome.language': 'Language',
  'welcome.does': 'What it does',
  'welcome.does-read': 'Reads the note you open',
  'welcome.does-read-text':
    'Title, author, counts, tags, pictures and comments, at a glance in popup and side panel.',
  'welcome.does-collect': 'Keeps comments and replies',
  'welcome.does-collect-text': 'Whatever the page shows is kept; search, filter and sort it.',
  'welcome.does-export': 'Exports CSV in one click',
  'welcome.does-export-text': 'Opens right in Excel, with a report that says plainly what is missing.',
  'welcome.keeps': 'What it keeps',
  'welcome.keeps-1': 'Notes you open and the comments the page shows',
  'welcome.keeps-2': 'How their counts change over time',
  'welcome.keeps-3': 'The token that opens a note, kept with the note',
  'welcome.keeps-4': 'What was not seen again for 90 days is deleted; you can change that',
  'welcome.never': 'What it never does',
  'welcome.never-1': 'Send anything to us or anyone: no server, no statistics',
  'welcome.never-2': 'Read your passwords, your messages or other sites',
  'welcome.never-3': 'Make requests to the site of its own, or get round its checks',
  'welcome.never-4': 'Work in private windows',
  'welcome.risks': 'What it risks',
  'welcome.risks-text':
    'The site does not welcome automation and may limit accounts that overdo it. Reading the pages you open looks like reading, but nobody can promise that. “Load comments for me” scrolls the page for you: only after you press it, slowly, and it stops at any check. Comments are written by people and are their personal data: follow the law and the site’s rules in what you do with an export.',
  'welcome.choose': 'What to keep',
  'welcome.choose-hint': 'You can change this in the options at any time.',
  'welcome.agree': 'Agree and start',
  'welcome.later': 'Not now',
  'welcome.later-hint': 'With “Not now” nothing is kept.',
  'welcome.agreed-title': 'Ready',
  'welcome.agreed-text':
    'Open a note and press the sweet potato in the browser’s toolbar. Pin it there to have it at hand.',
  'welcome.agreed-open': 'Open Xiaohongshu',
  'welcome.agreed-options': 'Open the options',
  'welcome.declined-title': 'All right, nothing is kept',
  'welcome.declined-text':
    'If you change your mind, press the sweet potato in the toolbar, then “Finish set-up”.',
  'welcome.change-mind': 'Look again',
  'welcome.agreed-before': 'You agreed on {when}.',
  'welcome.save': 'Save choice',
  'welcome.withdraw': 'Withdraw consent',
};
