import { startSidepanel } from '../../src/ui/sidepanel/start-sidepanel';

startSidepanel();
