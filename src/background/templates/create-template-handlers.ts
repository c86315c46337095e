import type { Handlers } from '../../messaging/contract';
import type { templateCalls } from '../../messaging/ui-to-background/template-calls';
import { AppError } from '../../model/errors';
import type { TemplateChange } from '../../model/templates/plan-import';
import { toNameKey } from '../../model/templates/template';
import type { Template } from '../../model/templates/template';
import { createRepositories } from '../../storage/repositories/create-repositories';
import type { Templates } from '../../storage/repositories/templates/templates';
import type { Services } from '../services';

/** Templates as pages change them; each change is one transaction. */
export function createTemplateHandlers(services: Services): Handlers<typeof templateCalls> {
  const write = async <Value>(change: (templates: Templates) => Promise<Value>): Promise<Value> => {
    const value = await services.connection.write((transaction) =>
      change(createRepositories(transaction).templates),
    );
    await services.emit('templates.changed', {});
    return value;
  };
  return {
    'templates.save': async ({ templates: changes }) => {
      // A pause is about what pages show; what the user writes here is kept all the same.
      if ((await services.settings()).consent === undefined) throw new AppError('consent-missing');
      return write((templates) => saveAll(templates, changes, services.now()));
    },
    'template.remove': async ({ templateId }) => {
      await write((templates) => templates.remove(templateId));
      return {};
    },
    'template.use': async ({ templateId }) => {
      await write(async (templates) => {
        const known = await templates.find(templateId);
        if (known) await templates.put({ ...known, usedAt: services.now() });
      });
      return {};
    },
  };
}

async function saveAll(
  templates: Templates,
  changes: readonly TemplateChange[],
  now: number,
): Promise<Template[]> {
  const stored = new Map((await templates.list()).map((one) => [one.templateId, one]));
  const saved = changes.map(({ templateId, name, text }): Template => {
    if (templateId === undefined)
      return { templateId: crypto.randomUUID(), name, text, createdAt: now, changedAt: now };
    const known = stored.get(templateId);
    if (!known) throw new AppError('nothing-found', { details: { reason: 'template' } });
    return { ...known, name, text, changedAt: now };
  });
  for (const one of saved) stored.set(one.templateId, one);
  const all = [...stored.values()];
  // A restored backup may have brought two of one name; only what is written now must have its own.
  const isTaken = ({ templateId, name }: Template) =>
    all.some((other) => other.templateId !== templateId && toNameKey(other.name) === toNameKey(name));
  if (saved.some(isTaken)) throw new AppError('name-taken');
  for (const one of saved) await templates.put(one);
  return saved;
}
