import { startLibrary } from '../../src/ui/library/start-library';

startLibrary();
