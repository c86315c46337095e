export interface ShellOptions {
  readonly loggedIn: boolean;
  readonly viewerId?: string;
  readonly viewerAvatar?: string;
  readonly active: 'explore' | 'notification' | 'user' | '';
  readonly keyword?: string;
}
export function shellHtml(options: ShellOptions, content: string): string;
