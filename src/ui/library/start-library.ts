import { mount } from '../mount';
import { LibraryApp } from './library-app';

/** Draws the library page. */
export function startLibrary(): void {
  void mount('library', LibraryApp);
}
