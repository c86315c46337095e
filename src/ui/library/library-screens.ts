import type { ComponentType } from 'preact';
import type { Settings } from '../../model/settings';
import type { IconName } from '../icons/icon-paths';
import { ActScreen } from './act/act-screen';
import { CommentsScreen } from './comments/comments-screen';
import { CostsScreen } from './costs/costs-screen';
import { ExploreScreen } from './explore/explore-screen';
import { JobsScreen } from './jobs/jobs-screen';
import { NotesScreen } from './notes/notes-screen';
import { PeopleScreen } from './people/people-screen';
import { SpaceScreen } from './space/space-screen';
import { TopicsScreen } from './topics/topics-screen';
import { TemplatesScreen } from '../templates/templates-screen';

/** In the order of the navigation; the address of a screen is `library.html#<name>`. */
export const LIBRARY_SCREEN_NAMES = [
  'explore',
  'notes',
  'comments',
  'people',
  'topics',
  'act',
  'templates',
  'jobs',
  'costs',
  'space',
] as const;
export type LibraryScreenName = (typeof LIBRARY_SCREEN_NAMES)[number];

interface LibraryScreen {
  readonly icon: IconName;
  readonly Screen: ComponentType<{ now: Settings }>;
}

/** What stands on each screen. */
export const LIBRARY_SCREENS: Readonly<Record<LibraryScreenName, LibraryScreen>> = {
  explore: { icon: 'compass', Screen: ExploreScreen },
  notes: { icon: 'book', Screen: NotesScreen },
  comments: { icon: 'comment', Screen: CommentsScreen },
  people: { icon: 'user', Screen: PeopleScreen },
  topics: { icon: 'hash', Screen: TopicsScreen },
  act: { icon: 'reply', Screen: ActScreen },
  templates: { icon: 'text', Screen: TemplatesScreen },
  jobs: { icon: 'refresh', Screen: JobsScreen },
  costs: { icon: 'coins', Screen: CostsScreen },
  space: { icon: 'grid', Screen: SpaceScreen },
};
