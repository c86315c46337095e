import type { Template } from '../../../model/templates/template';
import type { StoredDatabase } from '../../database';

/** All templates, in no order. */
export function listTemplates(database: StoredDatabase): Promise<Template[]> {
  return database.getAll('templates');
}
