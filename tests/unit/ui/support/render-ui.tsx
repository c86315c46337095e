import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { PageFrame } from '../../../../src/ui/shell/page-frame';
import type { Ports } from '../../../../src/ui/shell/ports';
import type { Ui } from '../../../../src/ui/shell/ui-context';
import { createSettingsStore } from '../../../../src/ui/stores/settings-store';
import { createToastStore } from '../../../../src/ui/stores/toast-store';
import { createFakePorts } from './fake-ports';

export interface Rendered {
  readonly ui: Ui;
  readonly text: () => string;
  /** The element of that role and accessible name (its label, else its words); throws when there is none. */
  readonly get: (role: string, name: string) => HTMLElement;
  readonly has: (role: string, name: string) => boolean;
  readonly click: (role: string, name: string) => Promise<void>;
  readonly type: (name: string, value: string) => Promise<void>;
  readonly choose: (name: string, value: string) => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly end: () => void;
}

const ROLES: Record<string, string> = {
  button: 'button:not([role])',
  textbox: 'input[type=text], input[type=password]',
  checkbox: 'input[type=checkbox]:not([role])',
  combobox: 'select',
  link: 'a[href]',
  switch: '[role=switch]',
};

const nameOf = (element: HTMLElement) =>
  element.getAttribute('aria-label') ??
  (element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    ? (element.labels?.[0]?.textContent ?? '')
    : (element.textContent ?? ''));

/** Draws into a page of its own, in English, and waits until nothing is being read any more. */
export async function renderUi(
  children: ComponentChildren,
  ports: Ports = createFakePorts().ports,
): Promise<Rendered> {
  const leaving = new AbortController();
  const ui: Ui = {
    ports,
    toasts: createToastStore(),
    settings: createSettingsStore(ports, leaving.signal),
    signal: leaving.signal,
  };
  await ui.settings.ready;
  const root = document.createElement('div');
  document.body.append(root);
  const settle = () => act(async () => await drainPromises());
  await act(async () => {
    render(
      <PageFrame ui={ui} titleKey="popup.page-title">
        {children}
      </PageFrame>,
      root,
    );
    await drainPromises();
  });
  const find = (role: string, name: string) =>
    [...root.querySelectorAll<HTMLElement>(ROLES[role] ?? `[role=${role}]`)].find(
      (element) => nameOf(element).trim() === name,
    );
  const get = (role: string, name: string) => {
    const found = find(role, name);
    if (!found) throw new Error(`no ${role} “${name}” in: ${root.textContent}`);
    return found;
  };
  return {
    ui,
    text: () => root.textContent ?? '',
    get,
    has: (role, name) => find(role, name) !== undefined,
    async click(role, name) {
      await act(async () => {
        get(role, name).click();
        await drainPromises();
      });
    },
    async type(name, value) {
      await act(async () => {
        const field = get('textbox', name) as HTMLInputElement;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await drainPromises();
      });
    },
    async choose(name, value) {
      await act(async () => {
        const field = get('combobox', name) as HTMLSelectElement;
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await drainPromises();
      });
    },
    settle,
    end() {
      leaving.abort();
      render(null, root);
      root.remove();
    },
  };
}

/** Lets every promise that can go on do so; a message port turn comes after all of them. */
async function drainPromises(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  }
}
