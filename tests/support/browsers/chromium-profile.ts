import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type DemoLocale = 'zh-CN' | 'en-US';

/**
 * Writes the preferences of a new profile (one that has been used keeps its own): downloads go to `downloadDir` under their own names without a question,
 * and pages are asked for in `locale` (`navigator.language` follows it).
 */
export function writeChromiumPreferences(profileDir: string, downloadDir: string, locale: DemoLocale): void {
  mkdirSync(join(profileDir, 'Default'), { recursive: true });
  mkdirSync(downloadDir, { recursive: true });
  const path = join(profileDir, 'Default', 'Preferences');
  if (existsSync(path)) return;
  const languages = locale === 'zh-CN' ? 'zh-CN,zh' : 'en-US,en';
  const preferences = {
    download: { default_directory: downloadDir, prompt_for_download: false },
    intl: { accept_languages: languages, selected_languages: languages },
    translate: { enabled: false },
    credentials_enable_service: false,
  };
  writeFileSync(path, JSON.stringify(preferences));
}
