import type { Template } from '../../../model/templates/template';
import type { WriteTransaction } from '../../database';

/**
 * Texts that the user writes once and uses again, under an id of their own.
 * Written by: the pages where they are edited, imported and used, through the background. Read by: pages. Bounded by: what
 * the user keeps.
 */
export interface Templates {
  find(templateId: string): Promise<Template | undefined>;
  list(): Promise<Template[]>;
  put(template: Template): Promise<void>;
  remove(templateId: string): Promise<void>;
}

export function createTemplates(transaction: WriteTransaction): Templates {
  const store = transaction.objectStore('templates');
  return {
    find: (templateId) => store.get(templateId),
    list: () => store.getAll(),
    put: async (template) => {
      await store.put(template);
    },
    remove: (templateId) => store.delete(templateId),
  };
}
