import { startOptions } from '../../src/ui/options/start-options';

startOptions();
