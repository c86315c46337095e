import { defineJobKind } from '../job-kind';
import { listedPersonWorkSchema, planPeople } from '../people/listed-person';
import { readListedPerson } from '../people/read-listed-person';

/** Profiles for a list of people. Every row is an item and keeps its cells, so that the list comes back whole. */
export const enrichAuthors = defineJobKind({
  name: 'enrich-authors',
  workSchema: listedPersonWorkSchema,
  sideBySide: 8,
  plan: planPeople,
  step: readListedPerson,
});
