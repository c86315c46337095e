import { browser } from 'wxt/browser';
import { toTabFacts } from '../tabs';
import type { TabFacts } from '../tabs';

/** A keyboard command. The listener runs in the user's gesture as long as it awaits nothing. */
export function onCommand(listener: (name: string, tab: TabFacts | undefined) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, tab && toTabFacts(tab)));
}
